--liquibase formatted sql

--changeset crm:clients-company
-- Duplicates are looked for by the company's name with case and accents ignored.
DROP INDEX idx_clients_company_name_lower;
CREATE INDEX idx_clients_company_search ON clients(public.crm_search(company_name));
--rollback DROP INDEX idx_clients_company_search;
--rollback CREATE INDEX idx_clients_company_name_lower ON clients(lower(company_name), country);

--changeset crm:contacts-without-name
-- A contact may be known by an e-mail address or a phone number alone, as a client's fields may be.
ALTER TABLE contacts
    ALTER COLUMN name DROP NOT NULL,
    ADD CONSTRAINT ck_contacts_known CHECK (coalesce(name, email, phone) IS NOT NULL);
--rollback ALTER TABLE contacts DROP CONSTRAINT ck_contacts_known, ALTER COLUMN name SET NOT NULL;
