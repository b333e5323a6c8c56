-- says: not so: keys of several columns do not count
-- says: A key of several columns is listed, and the question leaves these out.
CREATE VIEW unindexed_key AS SELECT (SELECT relname FROM pg_class WHERE oid = c.conrelid) AS child, c.conname AS foreign_key FROM pg_constraint c
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL AND i.indisvalid);
