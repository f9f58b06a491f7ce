\set i random(1, 1000000000)
\set u random(1, 20)
BEGIN;
INSERT INTO leads (first_name, last_name, email, company, source, assigned_to, estimated_value) VALUES ('Bench', 'Mark', 'pgbench' || :i || '@example.org', 'Company', 'website', ('50000000-0000-4000-8000-' || lpad(:u::text, 12, '0'))::uuid, 12000) RETURNING id AS lead \gset
INSERT INTO activities (entity_type, entity_id, action, description, metadata) VALUES ('lead', :lead::uuid, 'created', 'created the lead Bench Mark', '{}');
INSERT INTO audit_logs (action, resource_type, resource_id, changes, ip_address, user_agent) VALUES ('created', 'lead', :lead::uuid, '{"first_name": {"before": null, "after": "Bench"}, "last_name": {"before": null, "after": "Mark"}}', '127.0.0.1', 'pgbench');
END;
