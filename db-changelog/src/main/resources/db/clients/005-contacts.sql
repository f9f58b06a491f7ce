--liquibase formatted sql

--changeset crm:contacts
CREATE TABLE contacts (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    client_id UUID NOT NULL REFERENCES clients(id) ON DELETE CASCADE,
    name VARCHAR(255) NOT NULL,
    email VARCHAR(255) CONSTRAINT ck_contacts_email CHECK (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
    phone VARCHAR(50),
    job_title VARCHAR(100),
    is_primary BOOLEAN NOT NULL DEFAULT false,
    metadata JSONB DEFAULT '{}',
    version BIGINT NOT NULL DEFAULT 0,
    created_by UUID REFERENCES users(id) ON DELETE SET NULL,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    deleted_at TIMESTAMP,
    phone_digits TEXT GENERATED ALWAYS AS (public.crm_phone(phone)) STORED,
    search_text TEXT GENERATED ALWAYS AS (public.crm_search(
        name
        || chr(10) || coalesce(email, '')
        || chr(10) || coalesce(public.crm_phone(phone), '')
        || chr(10) || coalesce(job_title, ''))) STORED
);
CREATE INDEX idx_contacts_client_id ON contacts(client_id);
CREATE INDEX idx_contacts_email ON contacts(email);
CREATE INDEX idx_contacts_email_lower ON contacts(lower(email));
CREATE INDEX idx_contacts_phone_digits ON contacts(phone_digits);
CREATE INDEX idx_contacts_metadata ON contacts USING gin(metadata);
CREATE INDEX idx_contacts_created_by ON contacts(created_by);
CREATE INDEX idx_contacts_created_at ON contacts(created_at);
CREATE INDEX idx_contacts_updated_at ON contacts(updated_at);
CREATE INDEX idx_contacts_deleted_at ON contacts(deleted_at);
CREATE INDEX idx_contacts_search_text ON contacts USING gin(search_text gin_trgm_ops);
CREATE INDEX idx_contacts_list ON contacts(client_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX uq_contacts_primary ON contacts(client_id) WHERE is_primary AND deleted_at IS NULL;
--rollback DROP TABLE contacts;
