--liquibase formatted sql

--changeset crm:clients-checks
ALTER TABLE clients
    ADD CONSTRAINT ck_clients_primary_contact_email CHECK (primary_contact_email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
    ADD CONSTRAINT ck_clients_status CHECK (status IN ('active', 'inactive', 'churned')),
    ADD CONSTRAINT ck_clients_credit_limit CHECK (credit_limit >= 0);
--rollback ALTER TABLE clients DROP CONSTRAINT ck_clients_primary_contact_email, DROP CONSTRAINT ck_clients_status, DROP CONSTRAINT ck_clients_credit_limit;
