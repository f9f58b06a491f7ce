--liquibase formatted sql

--changeset crm:refresh_tokens-chain
-- All tokens of one sign-in share a chain; a used one that comes back revokes its chain.
ALTER TABLE refresh_tokens
    ADD COLUMN chain_id UUID NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN used_at TIMESTAMP,
    ADD COLUMN last_used_at TIMESTAMP,
    ADD COLUMN ip_address INET,
    ADD COLUMN user_agent TEXT;
CREATE INDEX idx_refresh_tokens_chain_id ON refresh_tokens(chain_id);
CREATE INDEX idx_refresh_tokens_used_at ON refresh_tokens(used_at);
CREATE INDEX idx_refresh_tokens_last_used_at ON refresh_tokens(last_used_at);
--rollback ALTER TABLE refresh_tokens DROP COLUMN user_agent, DROP COLUMN ip_address, DROP COLUMN last_used_at, DROP COLUMN used_at, DROP COLUMN chain_id;

--changeset crm:api_tokens
CREATE TABLE api_tokens (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    name VARCHAR(100) NOT NULL,
    token_hash VARCHAR(255) UNIQUE NOT NULL,
    permissions JSONB NOT NULL DEFAULT '[]',
    expires_at TIMESTAMP NOT NULL,
    last_used_at TIMESTAMP,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    revoked_at TIMESTAMP
);
CREATE INDEX idx_api_tokens_user_id ON api_tokens(user_id);
CREATE INDEX idx_api_tokens_expires_at ON api_tokens(expires_at);
--rollback DROP TABLE api_tokens;

--changeset crm:login_failures
-- identity is the SHA-256 of the e-mail typed, so that mistyped passwords in that field are not kept.
CREATE TABLE login_failures (
    identity VARCHAR(64) NOT NULL,
    address INET NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    last_failure_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    blocked_until TIMESTAMP,
    PRIMARY KEY (identity, address)
);
CREATE INDEX idx_login_failures_last_failure_at ON login_failures(last_failure_at);
--rollback DROP TABLE login_failures;
