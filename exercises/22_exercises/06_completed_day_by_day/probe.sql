--@ pages < 20: the completions of a course, day by day
-- The server reads more than one stretch of the index, or the table as well: the completions of a course must lie together, and within it in the order of completed_at itself.
SELECT date_trunc('day', completed_at) AS day, count(*) FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND completed_at > now() - INTERVAL '30 days'
GROUP BY day ORDER BY day;

--@ true: one index more, and the guide's are there
-- One index is to come, and none to go.
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index is smaller than 1 MB
-- The index holds rows that are not completed, or more columns than the page asks for.
SELECT pg_relation_size(max(indexrelid)) < 1000000 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index begins with the course
-- The newest index does not begin with course_id: the completions of a course do not lie together in it.
SELECT a.attname = 'course_id' FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass ORDER BY i.indexrelid DESC LIMIT 1;

--@ true: the time of completion is in its key
-- With the course alone the server finds all completions of the course, and must look into the table for the time of each.
SELECT EXISTS (SELECT FROM generate_series(1, indnkeyatts) AS n WHERE pg_get_indexdef(indexrelid, n, true) ~ 'completed_at')
FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made;

--@ accepted: two lessons of a course that were completed at one moment
-- An index that finds need not be UNIQUE: two completions may fall on one moment.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT u.id, c.id, 'made-up', true, now() FROM (SELECT id FROM users ORDER BY id LIMIT 2) AS u, (SELECT id FROM courses ORDER BY id LIMIT 1) AS c;
