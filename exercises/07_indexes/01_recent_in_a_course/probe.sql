--@ pages < 30: the newest visits of a course
-- The server reads more than the first entries of one stretch: the rows of the course must lie together in the index, and within it in the order of last_accessed_at.
SELECT user_id, lesson_id, last_accessed_at FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) ORDER BY last_accessed_at DESC LIMIT 10;

--@ true: the new index knows every row
-- The new index has a condition. The page asks for all visits of a course, and the server cannot use an index that lacks some.
SELECT indpred IS NULL OR pg_get_expr(indpred, indrelid) = '(course_id IS NOT NULL)' FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made;

--@ true: one index fewer than before, and one more
-- The number of indexes is not what it was: one is to come, and one of the guide's is to go.
SELECT count(*) = 8 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: idx_lesson_progress_course_id is gone, and the rows of a course are still found by an index
-- An index that begins with course_id does all that idx_lesson_progress_course_id does: this one is spare, and there must be such an index in its place.
SELECT to_regclass('public.idx_lesson_progress_course_id') IS NULL AND EXISTS (
  SELECT FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
  WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'course_id' AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(course_id IS NOT NULL)')
);

--@ true: the new index has more than one column
-- The newest index has one column: it can find the rows of a course or the order of the time, not both.
SELECT indnkeyatts > 1 FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made;

--@ true: behind the course stands the time, and nothing in between
-- Within a course the entries must lie in the order of the time: a column in between puts them into another order, and the server sorts again.
SELECT pg_get_indexdef(indexrelid, 1, true) = 'course_id' AND pg_get_indexdef(indexrelid, 2, true) = 'last_accessed_at'
FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made;

--@ true: the guide's index on a learner in a course is there
-- You dropped an index that the new one does not replace: it begins with user_id.
SELECT to_regclass('public.idx_lesson_progress_user_course') IS NOT NULL;

--@ accepted: two lessons of a course that were seen at one moment
-- An index that finds need not be UNIQUE: two visits may fall on one moment.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, last_accessed_at)
SELECT u.id, c.id, lesson, now() FROM (SELECT id FROM users ORDER BY id LIMIT 1) AS u, (SELECT id FROM courses ORDER BY id LIMIT 1) AS c,
  (VALUES ('made-up-1'), ('made-up-2')) AS of (lesson);
