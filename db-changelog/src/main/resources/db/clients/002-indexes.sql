--liquibase formatted sql

--changeset crm:clients-indexes
CREATE INDEX idx_clients_state ON clients(state);
CREATE INDEX idx_clients_primary_contact_email ON clients(primary_contact_email);
CREATE INDEX idx_clients_metadata ON clients USING gin(metadata);
CREATE INDEX idx_clients_created_at ON clients(created_at);
CREATE INDEX idx_clients_updated_at ON clients(updated_at);
CREATE INDEX idx_clients_deleted_at ON clients(deleted_at);
--rollback DROP INDEX idx_clients_state, idx_clients_primary_contact_email, idx_clients_metadata, idx_clients_created_at, idx_clients_updated_at, idx_clients_deleted_at;
