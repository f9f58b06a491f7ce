--liquibase formatted sql

--changeset crm:leads-indexes
CREATE INDEX idx_leads_converted_to_client_id ON leads(converted_to_client_id);
CREATE INDEX idx_leads_expected_close_date ON leads(expected_close_date);
CREATE INDEX idx_leads_updated_at ON leads(updated_at);
CREATE INDEX idx_leads_deleted_at ON leads(deleted_at);
--rollback DROP INDEX idx_leads_converted_to_client_id, idx_leads_expected_close_date, idx_leads_updated_at, idx_leads_deleted_at;
