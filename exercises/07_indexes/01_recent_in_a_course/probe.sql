--@ pages < 30: the newest visits of a course
SELECT user_id, lesson_id, last_accessed_at FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) ORDER BY last_accessed_at DESC LIMIT 10;

--@ true: one index fewer than before, and one more
SELECT count(*) = 8 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: idx_lesson_progress_course_id is gone, and the rows of a course are still found by an index
SELECT to_regclass('public.idx_lesson_progress_course_id') IS NULL AND EXISTS (
  SELECT FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
  WHERE i.indrelid = 'public.lesson_progress'::regclass AND a.attname = 'course_id' AND i.indpred IS NULL
);
