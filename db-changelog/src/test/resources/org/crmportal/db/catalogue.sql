-- What is in schema public, one line of text each. Liquibase's own tables and extensions' objects
-- are left out.
WITH relations AS (
    SELECT c.oid, c.relname, c.relkind FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace
    AND c.relname !~ '^(databasechangelog|crm_changelog_state)'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
)
SELECT CASE relkind::text WHEN 'v' THEN 'view ' WHEN 'r' THEN 'table ' ELSE 'sequence ' END || relname
FROM relations WHERE relkind IN ('r', 'v', 'S')
UNION ALL
SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
    || CASE WHEN attnotnull THEN ' not null' ELSE '' END
    || CASE attidentity::text WHEN '' THEN '' ELSE ' identity' END
    || coalesce(CASE attgenerated::text WHEN '' THEN ' default ' ELSE ' generated ' END
        || pg_get_expr(adbin, adrelid), '')
FROM relations JOIN pg_attribute ON attrelid = relations.oid AND attnum > 0 AND NOT attisdropped
LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE relkind IN ('r', 'v')
UNION ALL
SELECT 'constraint ' || relname || ' ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
FROM relations JOIN pg_constraint ON conrelid = relations.oid WHERE contype <> 'n'
UNION ALL
SELECT 'index ' || pg_get_indexdef(indexrelid)
FROM relations JOIN pg_index ON indrelid = relations.oid
UNION ALL
SELECT 'view ' || relname || ' ' || regexp_replace(pg_get_viewdef(oid), '\s+', ' ', 'g')
FROM relations WHERE relkind = 'v'
UNION ALL
SELECT 'trigger ' || pg_get_triggerdef(pg_trigger.oid) || ' ' || tgenabled::text
FROM relations JOIN pg_trigger ON tgrelid = relations.oid WHERE NOT tgisinternal
UNION ALL
SELECT 'function ' || regexp_replace(pg_get_functiondef(p.oid), '\s+', ' ', 'g')
FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'
ORDER BY 1
