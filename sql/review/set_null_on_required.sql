-- a deleted or changed parent would write NULL where NULL is refused: the server took the rule, and fails the statement
-- level: fault
-- chapter: 13
SELECT k.name AS object,
       format('ON %%s SET %%s, and %%I is NOT NULL', does.event, CASE does.what WHEN 'n' THEN 'NULL' ELSE 'DEFAULT' END, c.attname) AS seen,
       CASE WHEN a.attnotnull AND NOT coalesce(p.conkey @> ARRAY[c.attnum], false) AND c.attidentity = ''
            THEN format('ALTER TABLE %%s ALTER COLUMN %%I DROP NOT NULL, or another ON %%s', k.table_name, c.attname, does.event)
            ELSE format('another ON %%s', does.event) END AS cure
FROM constraints AS k
CROSS JOIN LATERAL (VALUES
  ('DELETE', k.confdeltype, coalesce(k.confdelsetcols, k.conkey)), ('UPDATE', k.confupdtype, k.conkey)
) AS does (event, what, attnums)
JOIN columns AS c ON c.attrelid = k.conrelid AND c.attnum = ANY (does.attnums)
JOIN pg_attribute AS a ON a.attrelid = c.attrelid AND a.attnum = c.attnum
LEFT JOIN pg_constraint AS p ON p.conrelid = k.conrelid AND p.contype = 'p'
WHERE k.contype = 'f' AND c.required
  AND (does.what = 'n' OR does.what = 'd' AND c.default_value IS NULL)
ORDER BY object, c.attname
