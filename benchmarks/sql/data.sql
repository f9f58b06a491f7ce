-- 200,000 leads and 50,000 clients of 20 sales people, spread over two years. The ids follow from
-- the number, so that a load can name any record without having read it.
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';

INSERT INTO users (id, email, password_hash, full_name, role_id, is_active, is_verified)
SELECT ('50000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'sales' || i || '@example.org',
  admin.password_hash, 'Sales ' || i, roles.id, true, true
FROM generate_series(1, 20) i, users admin, roles
WHERE admin.email = 'admin@example.org' AND roles.name = 'sales';

INSERT INTO clients (id, company_name, industry, city, country, primary_contact_name,
  primary_contact_email, account_manager_id, status, created_at, updated_at)
SELECT (lpad(to_hex(i * 2654435761 % 4294967296), 8, '0') || '-0000-4000-9000-'
    || lpad(i::text, 12, '0'))::uuid,
  'Company ' || md5(i::text), 'retail', 'Nairobi', 'Kenya', 'Contact ' || i,
  'contact' || i || '@company' || i || '.example.org',
  ('50000000-0000-4000-8000-' || lpad((i % 20 + 1)::text, 12, '0'))::uuid,
  'active', now() - i * interval '20 minutes', now() - i * interval '20 minutes'
FROM generate_series(1::bigint, 50000) i;

INSERT INTO leads (id, first_name, last_name, email, phone, company, job_title, source, status,
  stage, score, estimated_value, assigned_to, created_by, created_at, updated_at)
SELECT (lpad(to_hex(i * 2654435761 % 4294967296), 8, '0') || '-0000-4000-8000-'
    || lpad(i::text, 12, '0'))::uuid,
  'First' || i % 1000, 'Last' || substr(md5(i::text), 1, 8), 'lead' || i || '@example.org',
  '+254 20 ' || 1000000 + i, 'Company ' || i % 50000, 'Buyer', 'website',
  (ARRAY['new', 'contacted', 'qualified', 'lost'])[i % 4 + 1], 'prospect', i % 101, i % 90000,
  ('50000000-0000-4000-8000-' || lpad((i % 20 + 1)::text, 12, '0'))::uuid,
  ('50000000-0000-4000-8000-' || lpad((i % 20 + 1)::text, 12, '0'))::uuid,
  now() - i * interval '5 minutes', now() - i * interval '5 minutes'
FROM generate_series(1::bigint, 200000) i;

VACUUM ANALYZE;
CHECKPOINT;
