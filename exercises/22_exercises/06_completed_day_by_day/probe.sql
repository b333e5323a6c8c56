--@ pages < 20: the completions of a course, day by day
SELECT date_trunc('day', completed_at) AS day, count(*) FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND completed_at > now() - INTERVAL '30 days'
GROUP BY day ORDER BY day;

--@ true: one index more, and the guide's are there
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index is smaller than 1 MB
SELECT pg_relation_size(max(indexrelid)) < 1000000 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index begins with the course
SELECT a.attname = 'course_id' FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass ORDER BY i.indexrelid DESC LIMIT 1;
