--liquibase formatted sql

--changeset crm:permissions-of-the-core
INSERT INTO permissions (resource, action)
SELECT core.resource, action
FROM (VALUES
    ('*', '*'),
    ('leads', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export convert merge'),
    ('clients', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export merge'),
    ('contacts', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export'),
    ('projects', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export'),
    ('tasks', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export'),
    ('timesheets', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export approve approve_own'),
    ('tickets', 'create read read_team read_own update update_team update_own import export merge read_internal'),
    ('invoices', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export send credit'),
    ('payments', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export refund'),
    ('credit_notes', 'create read read_team read_own update update_team update_own delete delete_team delete_own import export'),
    ('reports', 'read read_team read_own read_tickets'),
    ('users', 'create read read_team read_own update delete import export'),
    ('roles', 'create read update delete'),
    ('teams', 'create read read_team update delete'),
    ('settings', 'read update'),
    ('audit_logs', 'read export'),
    ('webhooks', 'create read update delete'),
    ('jobs', 'read update delete'),
    ('modules', 'read update'),
    ('schemas', 'create read update delete')
) AS core(resource, actions), string_to_table(core.actions, ' ') AS action;
--rollback DELETE FROM permissions WHERE resource IN ('*', 'leads', 'clients', 'contacts', 'projects', 'tasks', 'timesheets', 'tickets', 'invoices', 'payments', 'credit_notes', 'reports', 'users', 'roles', 'teams', 'settings', 'audit_logs', 'webhooks', 'jobs', 'modules', 'schemas');

--changeset crm:grants-of-the-core
INSERT INTO role_permissions (role_id, permission_id)
SELECT roles.id, permissions.id
FROM (VALUES
    ('admin', '*', '*'),
    ('manager', 'leads', 'create read update delete convert import export'),
    ('manager', 'clients', 'create read update delete import export merge'),
    ('manager', 'contacts', 'create read update delete import export'),
    ('manager', 'projects', 'create read update delete'),
    ('manager', 'tasks', 'create read update delete'),
    ('manager', 'timesheets', 'create read update_own delete_own approve'),
    ('manager', 'tickets', 'create read update read_internal'),
    ('manager', 'invoices', 'read'),
    ('manager', 'payments', 'read'),
    ('manager', 'credit_notes', 'read'),
    ('manager', 'reports', 'read'),
    ('manager', 'users', 'read_team'),
    ('manager', 'teams', 'read_team'),
    ('sales', 'leads', 'create read_own read_team update_own delete_own convert'),
    ('sales', 'clients', 'create read_own read_team update_own delete_own'),
    ('sales', 'contacts', 'create read_own read_team update_own delete_own'),
    ('sales', 'projects', 'read_own'),
    ('sales', 'tasks', 'create read_own update_own'),
    ('sales', 'timesheets', 'create read_own update_own delete_own'),
    ('sales', 'tickets', 'create read_own'),
    ('sales', 'invoices', 'read_own'),
    ('sales', 'payments', 'read_own'),
    ('sales', 'credit_notes', 'read_own'),
    ('sales', 'reports', 'read_own'),
    ('support', 'clients', 'read'),
    ('support', 'contacts', 'read update'),
    ('support', 'projects', 'read'),
    ('support', 'tasks', 'create read_own update_own'),
    ('support', 'timesheets', 'create read_own update_own delete_own'),
    ('support', 'tickets', 'create read update read_internal'),
    ('support', 'reports', 'read_tickets'),
    ('finance', 'clients', 'read update export'),
    ('finance', 'contacts', 'read update export'),
    ('finance', 'projects', 'read'),
    ('finance', 'tasks', 'read_own update_own'),
    ('finance', 'timesheets', 'create read update_own delete_own'),
    ('finance', 'tickets', 'read'),
    ('finance', 'invoices', 'create read update delete send credit export'),
    ('finance', 'payments', 'create read update delete refund export'),
    ('finance', 'credit_notes', 'create read update delete export'),
    ('finance', 'reports', 'read'),
    ('finance', 'settings', 'read')
) AS core(role, resource, actions)
CROSS JOIN string_to_table(core.actions, ' ') AS core_action
JOIN roles ON roles.name = core.role
JOIN permissions ON permissions.resource = core.resource AND permissions.action = core_action;
--rollback DELETE FROM role_permissions USING roles, permissions WHERE roles.id = role_id AND permissions.id = permission_id AND roles.name IN ('admin', 'manager', 'sales', 'support', 'finance') AND permissions.resource IN ('*', 'leads', 'clients', 'contacts', 'projects', 'tasks', 'timesheets', 'tickets', 'invoices', 'payments', 'credit_notes', 'reports', 'users', 'teams', 'settings');
