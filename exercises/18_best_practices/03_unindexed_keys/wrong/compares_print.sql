-- says: not so: a column whose name is quoted has its index too
CREATE VIEW unindexed_key AS
SELECT t.relname AS child, c.conname AS foreign_key
FROM pg_constraint AS c
JOIN pg_class AS t ON t.oid = c.conrelid
JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
  AND NOT EXISTS (SELECT FROM pg_index AS i
                  WHERE i.indrelid = c.conrelid AND i.indisvalid AND i.indpred IS NULL
                    AND pg_get_indexdef(i.indexrelid, 1, true) = a.attname::text);
