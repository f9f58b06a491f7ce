INSERT INTO users (email, password_hash, full_name, role_id)
SELECT 'user@example.com', 'x', 'Ada User', id FROM roles WHERE name = 'sales';
INSERT INTO clients (company_name, account_manager_id) SELECT 'Example Ltd', id FROM users;
INSERT INTO contacts (client_id, name, is_primary) SELECT id, 'First', true FROM clients;
INSERT INTO leads (first_name, last_name, assigned_to) SELECT 'Zoë', 'Lead', id FROM users;
INSERT INTO projects (client_id, name) SELECT id, 'Example' FROM clients;
INSERT INTO tasks (project_id, title) SELECT id, 'Example' FROM projects;
INSERT INTO timesheets (user_id, task_id, project_id, hours, date)
SELECT users.id, tasks.id, project_id, 1, '2026-01-01' FROM users, tasks;
INSERT INTO tickets (ticket_number, client_id, subject, description)
SELECT 'T-000001', id, 'Example', 'Example' FROM clients;
INSERT INTO invoices (invoice_number, client_id, issue_date, due_date, total_amount)
SELECT 'INV-2026-000001', id, '2026-01-01', '2026-01-31', 1 FROM clients;
INSERT INTO invoice_items (invoice_id, description, quantity, unit_price, amount)
SELECT id, 'Example', 1, 1, 1 FROM invoices;
INSERT INTO payments (invoice_id, client_id, amount, payment_date)
SELECT id, client_id, 1, '2026-01-02' FROM invoices;
INSERT INTO activities (entity_type, entity_id, user_id, action)
SELECT 'lead', leads.id, users.id, 'created' FROM leads, users;
INSERT INTO documents (entity_type, entity_id, filename, storage_path)
SELECT 'lead', id, 'example.txt', 'example' FROM leads;
INSERT INTO audit_logs (user_id, action, actor_name, changes)
SELECT id, 'created', full_name, '{"status": ["new", "lost"]}' FROM users;
INSERT INTO jobs (kind) VALUES ('leads.import');
