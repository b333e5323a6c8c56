-- An index with a WHERE does not hold all rows, so it cannot say that a parent has no children.
-- says: not so: a partial index does not count
-- says: not so: an index with another condition does not count either
CREATE VIEW unindexed_key AS
SELECT (SELECT relname FROM pg_class WHERE oid = k.conrelid) AS child, k.conname AS foreign_key
FROM pg_constraint AS k
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1 AND NOT EXISTS (
  SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1] AND i.indisvalid
);
