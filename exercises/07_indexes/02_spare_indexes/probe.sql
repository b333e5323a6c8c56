--@ pages < 400: the rows of a learner
-- The rows of a learner are no longer found by an index.
SELECT * FROM lesson_progress WHERE user_id = (SELECT id FROM users ORDER BY id LIMIT 1);

--@ pages < 100: the rows of a learner in a course
-- The rows of a learner in a course are no longer found by an index.
SELECT * FROM lesson_progress
WHERE user_id = (SELECT id FROM users ORDER BY id LIMIT 1) AND course_id = (SELECT id FROM courses ORDER BY id LIMIT 1);

--@ pages < 30: the rows of a slug that nobody has opened
-- The rows of a slug are found less well than before: that there are none took a few pages of an index,
-- and takes more.
SELECT * FROM lesson_progress WHERE lesson_id = 'nobody-has-opened-it';

--@ pages < 400: the rows of a slug
-- The rows of a slug are no longer found by an index: no other index begins with lesson_id.
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';

--@ pages < 60: how many lessons are completed
-- The completed lessons are no longer counted from an index.
SELECT count(*) FROM lesson_progress WHERE completed;

--@ pages < 120: what was completed in the last week
-- What was completed last week takes more pages than before: no index is left for completed_at,
-- or one that finds less exactly.
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days';

--@ pages < 60: the ten latest visits
-- No index is left for last_accessed_at: the ten latest visits take a read of the whole table.
SELECT * FROM lesson_progress ORDER BY last_accessed_at DESC LIMIT 10;

--@ true: an index can find the rows of a course
-- No index is left that begins with course_id and finds one value in it.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'course_id'
  AND i.indpred IS NULL AND i.indisvalid AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ true: one index begins with user_id, and not more
-- Several indexes begin with user_id, or none: one whose columns another begins with is spare.
SELECT count(*) = 1 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'user_id';

--@ true: one index begins with last_accessed_at, and not more
-- Both directions of last_accessed_at are one index: the server reads it from either end.
SELECT count(*) = 1 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'last_accessed_at';

--@ refused 23505: a lesson that the learner already has
-- A learner can have a lesson of a course twice: the unique index was the rule, and it is gone.
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
SELECT user_id, course_id, lesson_id FROM lesson_progress ORDER BY id LIMIT 1;
