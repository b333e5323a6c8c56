-- For each foreign key the catalog is asked for an index of the child that begins with its column. conkey counts from 1, indkey from 0.
CREATE VIEW unindexed_key AS
SELECT c.relname AS child, k.conname AS foreign_key
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (
    SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1]
      AND i.indpred IS NULL AND i.indisvalid
  );
