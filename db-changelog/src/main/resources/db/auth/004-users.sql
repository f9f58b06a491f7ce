--liquibase formatted sql

--changeset crm:users-more
-- deleted_email keeps the address of a deleted user, whose email is moved aside to a placeholder.
ALTER TABLE users
    ADD COLUMN version BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN password_change_required BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN created_by UUID REFERENCES users(id) ON DELETE SET NULL,
    ADD COLUMN deleted_email VARCHAR(255),
    ADD COLUMN phone_digits TEXT GENERATED ALWAYS AS (public.crm_phone(phone)) STORED,
    ADD COLUMN search_text TEXT GENERATED ALWAYS AS (public.crm_search(
        full_name || ' ' || email || ' ' || coalesce(public.crm_phone(phone), ''))) STORED;
CREATE INDEX idx_users_created_by ON users(created_by);
CREATE INDEX idx_users_deleted_email ON users(deleted_email);
CREATE INDEX idx_users_search_text ON users USING gin(search_text gin_trgm_ops);
CREATE INDEX idx_users_list ON users(created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX uq_users_email_lower ON users(lower(email));
--rollback ALTER TABLE users DROP COLUMN search_text, DROP COLUMN phone_digits, DROP COLUMN deleted_email, DROP COLUMN created_by, DROP COLUMN password_change_required, DROP COLUMN version;
--rollback DROP INDEX idx_users_list, uq_users_email_lower;

--changeset crm:roles-more
ALTER TABLE roles
    ADD COLUMN version BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN is_system BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX idx_roles_updated_at ON roles(updated_at);
UPDATE roles SET is_system = true WHERE name IN ('admin', 'manager', 'sales', 'support', 'finance');
--rollback ALTER TABLE roles DROP COLUMN is_system, DROP COLUMN updated_at, DROP COLUMN version;

--changeset crm:teams
CREATE TABLE teams (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    name VARCHAR(100) UNIQUE NOT NULL,
    description TEXT,
    version BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_teams_created_at ON teams(created_at);
CREATE INDEX idx_teams_updated_at ON teams(updated_at);
CREATE TABLE team_members (
    team_id UUID NOT NULL REFERENCES teams(id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    is_manager BOOLEAN NOT NULL DEFAULT false,
    PRIMARY KEY (team_id, user_id)
);
CREATE INDEX idx_team_members_user_id ON team_members(user_id);
--rollback DROP TABLE team_members, teams;
