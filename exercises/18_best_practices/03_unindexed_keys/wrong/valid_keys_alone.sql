-- convalidated says whether the rows from before were looked at. A key that is NOT VALID is kept for each new
-- row, and asks for an index as any other does.
-- has: convalidated
-- says: not so: a key that is not valid, or that is checked at the end, is a key
CREATE VIEW unindexed_key AS
SELECT c.relname AS child, k.conname AS foreign_key
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
WHERE k.contype = 'f' AND k.convalidated AND cardinality(k.conkey) = 1
  AND c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (
    SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1]
      AND i.indpred IS NULL AND i.indisvalid
  );
