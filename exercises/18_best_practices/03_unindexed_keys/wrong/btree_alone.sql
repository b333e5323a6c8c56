-- says: not so: a hash index counts
-- says: A hash index finds the rows of a key as a B-tree does.
CREATE VIEW unindexed_key AS
SELECT c.relname AS child, k.conname AS foreign_key
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (
    SELECT FROM pg_index AS i
    JOIN pg_class AS made ON made.oid = i.indexrelid
    JOIN pg_am AS method ON method.oid = made.relam
    WHERE method.amname = 'btree' AND i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1]
      AND i.indpred IS NULL AND i.indisvalid
  );
