--@ pages < 30: the failed quizzes of a course
SELECT user_id, lesson_id, score FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND score < 40;

--@ pages < 30: how many there are
SELECT count(*) FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND score < 40;

--@ true: the new index begins with the course
SELECT a.attname = 'course_id' FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass ORDER BY i.indexrelid DESC LIMIT 1;

--@ true: one index more, and the guide's are there
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index is smaller than 3 MB
SELECT pg_relation_size(max(indexrelid)) < 3000000 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;
