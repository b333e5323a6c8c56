-- The same with a LEFT JOIN that finds no index.
CREATE VIEW unindexed_key AS
SELECT (SELECT relname FROM pg_class WHERE oid = k.conrelid) AS child, k.conname::text AS foreign_key
FROM pg_constraint AS k
LEFT JOIN pg_index AS i ON i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1] AND i.indpred IS NULL AND i.indisvalid
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND array_length(k.conkey, 1) = 1 AND i.indexrelid IS NULL;
