--@ pages < 30: the failed quizzes of a course
-- The server reads more than one stretch of the index: it must lead to the course, hold only what the page asks for, and have the columns that are shown.
SELECT user_id, lesson_id, score FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND score < 40;

--@ pages < 30: how many there are
-- To count them the server reads more than one stretch of the index.
SELECT count(*) FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND score < 40;

--@ true: the new index begins with the course
-- The newest index does not begin with course_id: the rows of a course do not lie together in it.
SELECT a.attname = 'course_id' FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.lesson_progress'::regclass ORDER BY i.indexrelid DESC LIMIT 1;

--@ true: one index more, and the guide's are there
-- One index is to come, and none to go.
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index is smaller than 3 MB
-- The index holds rows that the page never asks for.
SELECT pg_relation_size(max(indexrelid)) < 3000000 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index knows the rows that the page asks for
-- The condition of your index is not the page's: it keeps out rows with a score below 40, or the server cannot tell that it does not.
CREATE TEMP TABLE asked_for AS SELECT * FROM lesson_progress WHERE score < 40;
UPDATE asked_for SET completed = NOT completed WHERE length(lesson_id) % 2 = 0;
CREATE FUNCTION public.left_out() RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
  condition TEXT;
  rows_left_out BIGINT;
BEGIN
  SELECT coalesce(pg_get_expr(indpred, indrelid), 'true') INTO condition
  FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1;
  EXECUTE format('SELECT count(*) FROM asked_for WHERE (%s) IS NOT TRUE', condition) INTO rows_left_out;
  RETURN rows_left_out;
END $$;
SELECT public.left_out() = 0;

--@ accepted: two learners of a course with one score, each in two lessons
-- An index that finds need not be UNIQUE: many learners have one score, and one learner has it in two lessons.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT u.id, c.id, lesson, 1, 30
FROM (SELECT id FROM users ORDER BY id LIMIT 2) AS u, (SELECT id FROM courses ORDER BY id LIMIT 1) AS c,
     (VALUES ('made-up'), ('made-up-too')) AS made_up (lesson);
