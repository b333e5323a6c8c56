--@ pages < 400: the rows of a learner
SELECT * FROM lesson_progress WHERE user_id = (SELECT id FROM users ORDER BY id LIMIT 1);

--@ pages < 100: the rows of a learner in a course
SELECT * FROM lesson_progress
WHERE user_id = (SELECT id FROM users ORDER BY id LIMIT 1) AND course_id = (SELECT id FROM courses ORDER BY id LIMIT 1);

--@ pages < 400: the rows of a slug
SELECT * FROM lesson_progress WHERE lesson_id = 'sql-1-lesson-5';

--@ pages < 60: how many lessons are completed
SELECT count(*) FROM lesson_progress WHERE completed;

--@ pages < 600: what was completed in the last week
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days';

--@ pages < 60: the ten latest visits
SELECT * FROM lesson_progress ORDER BY last_accessed_at DESC LIMIT 10;

--@ true: an index can find the rows of a course
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'course_id' AND i.indpred IS NULL AND i.indisvalid;

--@ true: one index begins with user_id, and not more
SELECT count(*) = 1 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'user_id';

--@ true: one index begins with last_accessed_at, and not more
SELECT count(*) = 1 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'last_accessed_at';

--@ refused 23505: a lesson that the learner already has
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
SELECT user_id, course_id, lesson_id FROM lesson_progress ORDER BY id LIMIT 1;
