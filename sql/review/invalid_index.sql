-- building it CONCURRENTLY was broken off: no query may use it, and writes may keep it up all the same
-- level: fault
-- chapter: 21
SELECT i.name AS object,
       'invalid' AS seen,
       format('REINDEX INDEX CONCURRENTLY %%s, or DROP INDEX it', i.name) AS cure
FROM indexes AS i
WHERE NOT i.indisvalid AND i.relkind = 'i' -- a partitioned one waits for its parts
  AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index AS b WHERE b.index_relid = i.indexrelid) -- being built
ORDER BY object
