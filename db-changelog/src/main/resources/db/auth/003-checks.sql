--liquibase formatted sql

--changeset crm:users-checks
ALTER TABLE users
    ADD CONSTRAINT ck_users_email CHECK (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$');
--rollback ALTER TABLE users DROP CONSTRAINT ck_users_email;
