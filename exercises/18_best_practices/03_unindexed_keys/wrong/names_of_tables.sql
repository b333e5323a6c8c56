-- says: not so: an index on a table of the same name elsewhere does not count
CREATE VIEW unindexed_key AS
SELECT c.relname AS child, k.conname AS foreign_key
FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (
    SELECT FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid
    WHERE t.relname = c.relname AND i.indkey[0] = k.conkey[1] AND i.indisvalid AND i.indpred IS NULL);
