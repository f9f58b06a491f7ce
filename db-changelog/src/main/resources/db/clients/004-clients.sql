--liquibase formatted sql

--changeset crm:clients-more
ALTER TABLE clients
    ADD COLUMN version BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN created_by UUID REFERENCES users(id) ON DELETE SET NULL,
    ADD COLUMN status_changed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN last_contact_at TIMESTAMP;
CREATE INDEX idx_clients_created_by ON clients(created_by);
CREATE INDEX idx_clients_status_changed_at ON clients(status_changed_at);
CREATE INDEX idx_clients_last_contact_at ON clients(last_contact_at);
--rollback ALTER TABLE clients DROP COLUMN last_contact_at, DROP COLUMN status_changed_at, DROP COLUMN created_by, DROP COLUMN version;

--changeset crm:clients-search
-- Lines keep a search from matching the end of one field together with the start of the next.
ALTER TABLE clients
    ADD COLUMN phone_digits TEXT GENERATED ALWAYS AS (public.crm_phone(primary_contact_phone)) STORED,
    ADD COLUMN search_text TEXT GENERATED ALWAYS AS (public.crm_search(
        company_name
        || chr(10) || coalesce(primary_contact_name, '')
        || chr(10) || coalesce(primary_contact_email, '')
        || chr(10) || coalesce(public.crm_phone(primary_contact_phone), '')
        || chr(10) || coalesce(industry, '')
        || chr(10) || coalesce(website, '')
        || chr(10) || coalesce(address, '')
        || chr(10) || coalesce(postal_code, '') || ' ' || coalesce(city, '')
        || chr(10) || coalesce(state, '')
        || chr(10) || coalesce(country, '')
        || chr(10) || coalesce(tax_id, ''))) STORED;
CREATE INDEX idx_clients_search_text ON clients USING gin(search_text gin_trgm_ops);
CREATE INDEX idx_clients_primary_contact_email_lower ON clients(lower(primary_contact_email));
CREATE INDEX idx_clients_phone_digits ON clients(phone_digits);
CREATE INDEX idx_clients_company_name_lower ON clients(lower(company_name), country);
--rollback DROP INDEX idx_clients_company_name_lower, idx_clients_primary_contact_email_lower;
--rollback ALTER TABLE clients DROP COLUMN search_text, DROP COLUMN phone_digits;

--changeset crm:clients-lists
CREATE INDEX idx_clients_list ON clients(created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_clients_list_owner ON clients(account_manager_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_clients_list_owner_status ON clients(account_manager_id, status, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_clients_list_status ON clients(status, created_at DESC, id DESC) WHERE deleted_at IS NULL;
--rollback DROP INDEX idx_clients_list, idx_clients_list_owner, idx_clients_list_owner_status, idx_clients_list_status;
