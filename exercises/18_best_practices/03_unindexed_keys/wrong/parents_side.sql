-- You asked for an index on the parent's side. It is always there, for a foreign key points to a unique key.
-- has: confrelid
-- says: not so: for the guide's schema it lists one key, course_progress_course_id_fkey
-- says: not so: both of its keys are listed, by their names
-- says: not so: the first column of an index is served, the second is not
-- says: not so: the other way round as well
-- says: not so: a partial index does not count
-- says: not so: an index with another condition does not count either
-- says: not so: an index that is not valid does not count
-- says: not so: two indexes on one key list nothing, and no index lists a key once
-- says: not so: an index on another column of the child, or of another table, does not count
-- says: not so: a key of a table whose parent is itself
-- says: not so: an index on a column whose number, or name, begins alike does not count
-- says: not so: an index that goes on with an expression counts
-- says: not so: a key that is not valid, or that is checked at the end, is a key
-- says: not so: an index on a table of the same name elsewhere does not count
-- says: not so: two keys on one column are two
-- says: not so: each table has names of its own for its keys
CREATE VIEW unindexed_key AS
SELECT (SELECT relname FROM pg_class WHERE oid = k.conrelid) AS child, k.conname AS foreign_key
FROM pg_constraint AS k
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1 AND NOT EXISTS (
  SELECT FROM pg_index AS i WHERE i.indrelid = k.confrelid AND i.indkey[0] = k.confkey[1]
);
