-- what_is_there: the parts of the tables in public, and the functions, each with its definition
-- Run with pg_catalog alone in the path.  The name of the table comes first, '' for a function.
WITH held AS (
  SELECT oid, relname FROM pg_class WHERE relnamespace = to_regnamespace('public') AND relkind IN ('r', 'p')
)
SELECT relname AS "table", 'table' AS what, relname AS name, '' AS definition FROM held
UNION ALL
SELECT h.relname, 'column', a.attname,
       format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || a.attidentity::TEXT || a.attgenerated::TEXT
       || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
FROM held AS h
JOIN pg_attribute AS a ON a.attrelid = h.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef AS d ON d.adrelid = h.oid AND d.adnum = a.attnum
UNION ALL
SELECT h.relname, 'constraint', c.conname, pg_get_constraintdef(c.oid)
FROM held AS h JOIN pg_constraint AS c ON c.conrelid = h.oid WHERE c.contype IN ('c', 'f', 'p', 'u', 'x')
UNION ALL
SELECT h.relname, 'index', n.relname, pg_get_indexdef(i.indexrelid) || i.indisvalid::TEXT
FROM held AS h JOIN pg_index AS i ON i.indrelid = h.oid JOIN pg_class AS n ON n.oid = i.indexrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = i.indexrelid AND c.conrelid = h.oid)
UNION ALL
SELECT h.relname, 'trigger', t.tgname, pg_get_triggerdef(t.oid) || t.tgenabled::TEXT
FROM held AS h JOIN pg_trigger AS t ON t.tgrelid = h.oid WHERE NOT t.tgisinternal
UNION ALL
SELECT '', 'function', p.oid::regprocedure::TEXT, p.prosrc
FROM pg_proc AS p WHERE p.pronamespace = to_regnamespace('public')
ORDER BY 1, 2, 3
