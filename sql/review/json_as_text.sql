-- json is kept as text and read anew by every query; no index looks into it, and = does not compare it
-- level: cost
-- chapter: 03
SELECT format('%%s.%%I', a.attrelid::regclass, a.attname) AS object,
       'json' AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE jsonb', a.attrelid::regclass, a.attname) AS cure
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND a.atttypid = 'json'::regtype
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
