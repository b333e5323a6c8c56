--@ pages < 10: a page in the middle of the list
-- For a page in the middle the server reads more than the fifty rows and the way to them: the index must lead to the course, be entered at (score, id), and hold what is shown.
SELECT id, user_id, score FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND (score, id) < (75, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
ORDER BY score DESC, id DESC LIMIT 50;

--@ pages < 10: the first page
-- For the first page the server reads more than its fifty rows: the index must lead to the course, lie in the order of the list, and hold what is shown.
SELECT id, user_id, score FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND (score, id) < (101, '00000000-0000-0000-0000-000000000000')
ORDER BY score DESC, id DESC LIMIT 50;

--@ true: nothing is sorted for a page
-- The plan has a Sort: the index does not give the rows in the order of the list. Behind the course come
-- score and id, and both run the same way.
CREATE TEMP TABLE plan (line TEXT);
DO $$
DECLARE one TEXT; course UUID := (SELECT id FROM courses ORDER BY id LIMIT 1);
BEGIN
  FOR one IN EXECUTE format(
    'EXPLAIN SELECT id, user_id, score FROM lesson_progress
     WHERE course_id = %L AND (score, id) < (75, %L) ORDER BY score DESC, id DESC LIMIT 50',
    course, 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  ) LOOP
    INSERT INTO plan VALUES (one);
  END LOOP;
END $$;
SELECT bool_and(line !~ '^ *(-> +)?(Incremental )?Sort ') FROM plan;

--@ true: one index more, and the guide's are there
-- One index is to come, and none to go.
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index begins with the course
-- The newest index does not begin with course_id: the rows of a course do not lie together in it.
SELECT a.attname = 'course_id' FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass ORDER BY i.indexrelid DESC LIMIT 1;

--@ true: score and id are both in its key
-- score and id must both be in the key of the new index, for it is in their order that the page goes on.
SELECT count(*) = 2 FROM pg_attribute AS a
JOIN (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS i
  ON a.attrelid = i.indrelid AND a.attnum = ANY ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
WHERE a.attname IN ('score', 'id');

--@ true: it has no condition
-- The newest index has a condition, and the list has all rows of the course that have a score.
SELECT indpred IS NULL OR pg_get_expr(indpred, indrelid) = '(course_id IS NOT NULL)' FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1;

--@ true: behind the course stands the score
-- The list is in the order of the score, and then of the id. Your index has another order, so the server must look at more and sort.
SELECT pg_get_indexdef(indexrelid, 2, true) = 'score' FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made;

--@ accepted: two learners of a course with one score
-- An index that finds need not be UNIQUE: many learners have one score.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT u.id, c.id, 'made-up', 1, 50 FROM (SELECT id FROM users ORDER BY id LIMIT 2) AS u, (SELECT id FROM courses ORDER BY id LIMIT 1) AS c;
