--liquibase formatted sql

--changeset crm:permissions-of-nothing
-- Nothing asks for it: a job is cancelled, which changes it.
DELETE FROM permissions WHERE (resource, action) = ('jobs', 'delete');
--rollback INSERT INTO permissions (resource, action) VALUES ('jobs', 'delete');
