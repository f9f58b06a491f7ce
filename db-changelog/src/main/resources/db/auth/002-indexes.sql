--liquibase formatted sql

--changeset crm:users-indexes
CREATE INDEX idx_users_last_login_at ON users(last_login_at);
CREATE INDEX idx_users_created_at ON users(created_at);
CREATE INDEX idx_users_updated_at ON users(updated_at);
CREATE INDEX idx_users_deleted_at ON users(deleted_at);
--rollback DROP INDEX idx_users_last_login_at, idx_users_created_at, idx_users_updated_at, idx_users_deleted_at;

--changeset crm:roles-indexes
CREATE INDEX idx_roles_created_at ON roles(created_at);
--rollback DROP INDEX idx_roles_created_at;

--changeset crm:role_permissions-indexes
CREATE INDEX idx_role_permissions_permission_id ON role_permissions(permission_id);
--rollback DROP INDEX idx_role_permissions_permission_id;

--changeset crm:refresh_tokens-indexes
CREATE INDEX idx_refresh_tokens_created_at ON refresh_tokens(created_at);
CREATE INDEX idx_refresh_tokens_revoked_at ON refresh_tokens(revoked_at);
--rollback DROP INDEX idx_refresh_tokens_created_at, idx_refresh_tokens_revoked_at;
