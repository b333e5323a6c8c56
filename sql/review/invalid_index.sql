-- CREATE INDEX CONCURRENTLY was broken off: every write keeps it up, no query may use it
-- level: fault
-- chapter: 21
SELECT i.indexrelid::regclass::text AS object,
       'invalid' AS seen,
       format('REINDEX INDEX CONCURRENTLY %%s, or DROP INDEX it', i.indexrelid::regclass) AS cure
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
WHERE NOT i.indisvalid AND c.relkind = 'i' -- a partitioned one waits for its parts
  AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index AS b WHERE b.index_relid = i.indexrelid) -- being built
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
