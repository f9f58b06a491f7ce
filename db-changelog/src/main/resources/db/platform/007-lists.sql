--liquibase formatted sql

--changeset crm:journal-lists
-- What one person did, newest first.
CREATE INDEX idx_activities_list_user ON activities(user_id, created_at DESC, id DESC);
CREATE INDEX idx_audit_logs_list_user ON audit_logs(user_id, created_at DESC, id DESC);
--rollback DROP INDEX idx_activities_list_user, idx_audit_logs_list_user;
