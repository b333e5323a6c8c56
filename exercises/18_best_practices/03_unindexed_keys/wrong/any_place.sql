-- The column stands in the index, but not in the first place: such an index does not lead to the rows.
-- says: not so: for the guide's schema it lists one key, course_progress_course_id_fkey
-- says: not so: the first column of an index is served, the second is not
-- says: not so: the other way round as well
-- says: not so: two indexes on one key list nothing, and no index lists a key once
CREATE VIEW unindexed_key AS
SELECT (SELECT relname FROM pg_class WHERE oid = k.conrelid) AS child, k.conname AS foreign_key
FROM pg_constraint AS k
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1 AND NOT EXISTS (
  SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND k.conkey[1] = ANY (i.indkey::smallint[]) AND i.indpred IS NULL AND i.indisvalid
);
