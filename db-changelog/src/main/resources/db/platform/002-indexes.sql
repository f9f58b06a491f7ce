--liquibase formatted sql

--changeset crm:activities-indexes
CREATE INDEX idx_activities_metadata ON activities USING gin(metadata);
--rollback DROP INDEX idx_activities_metadata;

--changeset crm:audit_logs-indexes
CREATE INDEX idx_audit_logs_changes ON audit_logs USING gin(changes);
--rollback DROP INDEX idx_audit_logs_changes;

--changeset crm:documents-indexes
CREATE INDEX idx_documents_created_at ON documents(created_at);
--rollback DROP INDEX idx_documents_created_at;
