-- two rows may be the same to the last column, and nothing can name one of them
-- level: fault
-- chapter: 05
SELECT c.oid::regclass::text AS object,
       'no primary key' AS seen,
       format('ALTER TABLE %%s ADD PRIMARY KEY (…)', c.oid::regclass) AS cure
FROM pg_class AS c
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'p')
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
