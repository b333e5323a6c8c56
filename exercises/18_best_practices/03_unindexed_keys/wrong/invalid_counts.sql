-- An index that is not valid costs writes and is never asked: a failed CREATE INDEX CONCURRENTLY leaves one behind.
-- says: not so: an index that is not valid does not count
CREATE VIEW unindexed_key AS
SELECT (SELECT relname FROM pg_class WHERE oid = k.conrelid) AS child, k.conname AS foreign_key
FROM pg_constraint AS k
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1 AND NOT EXISTS (
  SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1] AND i.indpred IS NULL
);
