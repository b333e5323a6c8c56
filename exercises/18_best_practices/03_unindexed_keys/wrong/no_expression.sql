-- says: What comes behind the first column of an index does not matter
CREATE VIEW unindexed_key AS
SELECT t.relname AS child, c.conname AS foreign_key
FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
  AND NOT EXISTS (SELECT FROM pg_index AS i
                  WHERE i.indrelid = c.conrelid AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
                    AND i.indkey[0] = c.conkey[1]);
