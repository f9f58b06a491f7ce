--liquibase formatted sql

--changeset crm:documents-checks
ALTER TABLE documents
    ADD CONSTRAINT ck_documents_file_size CHECK (file_size >= 0);
--rollback ALTER TABLE documents DROP CONSTRAINT ck_documents_file_size;
