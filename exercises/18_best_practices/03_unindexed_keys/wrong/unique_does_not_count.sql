-- says: not so: for the guide's schema it lists one key, course_progress_course_id_fkey
-- says: not so: the index of a key or of UNIQUE counts
-- says: In the guide's schema one key has no index that begins with its column: course_progress_course_id_fkey of course_progress.
CREATE VIEW unindexed_key AS SELECT (SELECT relname FROM pg_class WHERE oid = c.conrelid) AS child, c.conname AS foreign_key FROM pg_constraint c
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
 AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL AND i.indisvalid AND NOT i.indisunique);
