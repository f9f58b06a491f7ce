--liquibase formatted sql

--changeset crm:auth_keys
-- What all nodes sign access tokens with. It is no setting: whoever may read settings may not read it.
CREATE TABLE auth_keys (
    name VARCHAR(50) PRIMARY KEY,
    value TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
--rollback DROP TABLE auth_keys;

--changeset crm:user_directory
-- What everyone who is signed in may know of an active user.
CREATE VIEW user_directory AS
SELECT users.id, users.full_name, roles.name AS role, crm_search(users.full_name) AS search_text
FROM users LEFT JOIN roles ON roles.id = users.role_id
WHERE users.deleted_at IS NULL AND users.is_active;
--rollback DROP VIEW user_directory;

--changeset crm:managers-read-teams
-- Teams belong to nobody, so there is nothing that a scope of read could reach.
INSERT INTO role_permissions (role_id, permission_id)
SELECT roles.id, permissions.id FROM roles, permissions
WHERE roles.name = 'manager' AND permissions.resource = 'teams' AND permissions.action = 'read'
ON CONFLICT DO NOTHING;
DELETE FROM permissions WHERE resource = 'teams' AND action = 'read_team';
--rollback INSERT INTO permissions (resource, action) VALUES ('teams', 'read_team');
--rollback INSERT INTO role_permissions (role_id, permission_id) SELECT roles.id, permissions.id FROM roles, permissions WHERE roles.name = 'manager' AND permissions.resource = 'teams' AND permissions.action = 'read_team';
--rollback DELETE FROM role_permissions USING roles, permissions WHERE roles.id = role_id AND permissions.id = permission_id AND roles.name = 'manager' AND permissions.resource = 'teams' AND permissions.action = 'read';
