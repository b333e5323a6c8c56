-- indkey counts from 0: indkey[1] is the second column of an index.
-- says: not so: for the guide's schema it lists one key, course_progress_course_id_fkey
-- says: not so: the first column of an index is served, the second is not
-- says: not so: the other way round as well
-- says: not so: with an index of its own it is listed no more
-- says: not so: a hash index counts
-- says: not so: two indexes on one key list nothing, and no index lists a key once
-- says: not so: the index of a key or of UNIQUE counts
-- says: not so: an index that goes on with an expression counts
-- says: not so: a column whose name is quoted has its index too
-- says: not so: each table has names of its own for its keys
CREATE VIEW unindexed_key AS
SELECT (SELECT relname FROM pg_class WHERE oid = k.conrelid) AS child, k.conname AS foreign_key
FROM pg_constraint AS k
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1 AND NOT EXISTS (
  SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND i.indkey[1] = k.conkey[1] AND i.indpred IS NULL AND i.indisvalid
);
