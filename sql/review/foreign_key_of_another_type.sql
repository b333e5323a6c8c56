-- every check has to convert, and values that the parent cannot have can be written
-- level: cost
-- chapter: 05
SELECT format('%%s %%I', k.conrelid::regclass, k.conname) AS object,
       format('%%I is %%s, its parent %%s', a.attname, format_type(a.atttypid, NULL), format_type(p.atttypid, NULL)) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE %%s', k.conrelid::regclass, a.attname, format_type(p.atttypid, NULL))
         AS cure
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (child, parent)
JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = pair.child
JOIN pg_attribute AS p ON p.attrelid = k.confrelid AND p.attnum = pair.parent
WHERE k.contype = 'f' AND k.conparentid = 0 AND a.atttypid <> p.atttypid
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object, a.attname
