-- says: not so: two keys on one column are two
CREATE VIEW unindexed_key AS
SELECT DISTINCT ON (c.oid, k.conkey) c.relname AS child, k.conname AS foreign_key
FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (
    SELECT FROM pg_index AS i
    WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1] AND i.indisvalid AND i.indpred IS NULL)
ORDER BY c.oid, k.conkey, k.conname;
