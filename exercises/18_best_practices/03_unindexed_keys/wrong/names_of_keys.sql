-- says: not so: each table has names of its own for its keys
CREATE VIEW unindexed_key AS
SELECT c.relname AS child, k.conname AS foreign_key
FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND c.relnamespace = 'public'::regnamespace
  AND k.conname NOT IN (
    SELECT served.conname
    FROM pg_constraint AS served JOIN pg_index AS i ON i.indrelid = served.conrelid AND i.indkey[0] = served.conkey[1]
    WHERE served.contype = 'f' AND i.indisvalid AND i.indpred IS NULL);
