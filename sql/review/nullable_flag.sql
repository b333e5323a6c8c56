-- a flag that may be NULL has three values, and such a row is found neither by = true nor by = false
-- level: fault
-- chapter: 05
SELECT format('%%s.%%I', a.attrelid::regclass, a.attname) AS object,
       'boolean that may be NULL' AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I SET NOT NULL', a.attrelid::regclass, a.attname) AS cure
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND a.atttypid = 'boolean'::regtype AND NOT a.attnotnull
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
