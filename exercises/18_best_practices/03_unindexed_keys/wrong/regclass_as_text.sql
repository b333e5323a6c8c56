-- A regclass as text is what one would type: with quotes where the name has capitals or blanks, and with the
-- schema where that is not on the search_path. The name itself is relname of pg_class.
-- has: regclass::text
-- says: not so: the child is called as its table is
CREATE VIEW unindexed_key AS
SELECT k.conrelid::regclass::text AS child, k.conname AS foreign_key
FROM pg_constraint AS k
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1
  AND NOT EXISTS (
    SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1]
      AND i.indpred IS NULL AND i.indisvalid
  );
