-- whoever comes later has to guess what a row stands for
-- level: note
-- chapter: 18
SELECT c.oid::regclass::text AS object,
       'no comment on the table' AS seen,
       format('COMMENT ON TABLE %%s IS ''…''', c.oid::regclass) AS cure
FROM pg_class AS c
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND obj_description(c.oid, 'pg_class') IS NULL
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
