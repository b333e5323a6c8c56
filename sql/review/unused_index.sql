-- no query was seen to use it; it costs room and every write, unless this server is not where the queries are
-- level: note
-- chapter: 07
SELECT i.name AS object,
       format('scanned 0 times, while its table was read %%s times', t.seq_scan + coalesce(t.idx_scan, 0)) AS seen,
       format('DROP INDEX %%s, after a look at the replicas', i.name) AS cure
FROM indexes AS i
JOIN pg_stat_user_indexes AS s ON s.indexrelid = i.indexrelid
JOIN pg_stat_user_tables AS t ON t.relid = s.relid
WHERE s.idx_scan = 0 AND NOT i.indisunique AND i.indisvalid
  AND t.seq_scan + coalesce(t.idx_scan, 0) >= 100 -- fewer say nothing yet
  AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = s.indexrelid)
  -- it waits for the day on which a parent is deleted
  AND NOT EXISTS (
    SELECT FROM constraints AS k
    WHERE k.contype = 'f' AND k.conrelid = i.indrelid AND k.conkey <@ i.key[1:cardinality(k.conkey)]
  )
  AND NOT i.relispartition -- a partition's is dropped with its parent's
ORDER BY object
