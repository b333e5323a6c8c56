-- no query was seen to use it; it costs room and every write, unless this server is not where the queries are
-- level: note
-- chapter: 07
SELECT s.indexrelid::regclass::text AS object,
       format('scanned 0 times, while its table was read %%s times', t.seq_scan + coalesce(t.idx_scan, 0)) AS seen,
       format('DROP INDEX %%s, after a look at the replicas', s.indexrelid::regclass) AS cure
FROM pg_stat_user_indexes AS s
JOIN pg_stat_user_tables AS t ON t.relid = s.relid
JOIN pg_index AS i ON i.indexrelid = s.indexrelid
JOIN pg_class AS c ON c.oid = s.indexrelid
WHERE s.idx_scan = 0 AND NOT i.indisunique
  AND t.seq_scan + coalesce(t.idx_scan, 0) >= 100 -- fewer say nothing yet
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = s.indexrelid)
  AND NOT c.relispartition -- a partition's is dropped with its parent's
  AND c.relnamespace = ANY (%(schemas)s::oid[])
ORDER BY object
