--liquibase formatted sql

--changeset crm:permissions-of-nothing
-- Nothing asks for these: a job is cancelled, which changes it, and modules are only looked at.
DELETE FROM permissions WHERE (resource, action) IN (('jobs', 'delete'), ('modules', 'update'));
--rollback INSERT INTO permissions (resource, action) VALUES ('jobs', 'delete'), ('modules', 'update');
