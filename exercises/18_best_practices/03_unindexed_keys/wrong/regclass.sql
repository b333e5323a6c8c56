-- says: not so: both are of type text or name
-- says: not so: the child is called as its table is
-- says: A column has another type than text or name: a regclass looks like a name and is a number. Take relname.
CREATE VIEW unindexed_key AS SELECT c.conrelid::regclass AS child, c.conname AS foreign_key FROM pg_constraint c
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
  AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL AND i.indisvalid);
