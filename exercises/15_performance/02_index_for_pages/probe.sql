--@ pages < 15: a page in the middle of the list
SELECT id, user_id, score FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND (score, id) < (75, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
ORDER BY score DESC, id DESC LIMIT 50;

--@ pages < 15: the first page
SELECT id, user_id, score FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND (score, id) < (101, '00000000-0000-0000-0000-000000000000')
ORDER BY score DESC, id DESC LIMIT 50;

--@ true: one index more, and the guide's are there
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index begins with the course
SELECT a.attname = 'course_id' FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass ORDER BY i.indexrelid DESC LIMIT 1;

--@ true: score and id are both in its key
SELECT count(*) = 2 FROM pg_attribute AS a
JOIN (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS i
  ON a.attrelid = i.indrelid AND a.attnum = ANY ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
WHERE a.attname IN ('score', 'id');

--@ true: it has no condition
SELECT indpred IS NULL FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1;
