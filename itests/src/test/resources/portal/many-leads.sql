-- 200,000 leads of the first user; their names follow from their number, the newest is number 1.
-- The indexes are made anew: that takes a good half of the time.
DO $$
DECLARE
  indexes text[];
BEGIN
  SET LOCAL synchronous_commit = off;
  SET LOCAL maintenance_work_mem = '512MB';
  SELECT array_agg(indexdef) INTO indexes FROM pg_indexes
    WHERE tablename = 'leads' AND schemaname = 'public' AND indexname LIKE 'idx\_%';
  EXECUTE (SELECT string_agg('DROP INDEX ' || indexname, '; ') FROM pg_indexes
    WHERE tablename = 'leads' AND schemaname = 'public' AND indexname LIKE 'idx\_%');
  INSERT INTO leads (first_name, last_name, email, phone, company, job_title, source, status,
    stage, score, estimated_value, assigned_to, created_by, created_at, updated_at)
  SELECT 'First' || i % 1000, 'Last' || lpad(i::text, 6, '0'), 'lead' || i || '@example.org',
    '+254 20 ' || 1000000 + i, 'Company ' || i % 50000, 'Buyer', 'website',
    (ARRAY['new', 'contacted', 'qualified'])[i % 3 + 1],
    (ARRAY['prospect', 'qualified', 'proposal', 'negotiation'])[i % 4 + 1],
    i % 101, i % 90000, owner.id, owner.id,
    now() - i * interval '5 minutes', now() - i * interval '5 minutes'
  FROM generate_series(1, 200000) i, (SELECT id FROM users ORDER BY created_at LIMIT 1) owner;
  EXECUTE array_to_string(indexes, '; ');
END $$;
ANALYZE leads;
