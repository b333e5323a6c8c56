-- character(n) fills up with blanks and forgets those that were meant
-- level: note
-- chapter: 05
SELECT format('%%s.%%I', a.attrelid::regclass, a.attname) AS object,
       format_type(a.atttypid, a.atttypmod) AS seen,
       format('ALTER TABLE %%s ALTER COLUMN %%I TYPE text', a.attrelid::regclass, a.attname) AS cure
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND a.atttypid = 'bpchar'::regtype
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
