--@ pages < 10: one lesson of a course, counted and averaged
-- The server still reads more than a stretch of one index. Which columns does the question name, and which of them are in your index?
SELECT count(*), avg(score) FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id LIMIT 1) AND lesson_id = 'introduction';

--@ pages < 10: the same in another course
-- It is answered in one course and not in another.
SELECT count(*), avg(score) FROM lesson_progress
WHERE course_id = (SELECT id FROM courses ORDER BY id DESC LIMIT 1) AND lesson_id = 'introduction';

--@ true: one index more than before
-- The number of indexes is not what it was, and one more: those that are there stay.
SELECT count(*) = 9 FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass;

--@ true: the new index knows every row
-- The new index has a condition, and the page is there for every lesson and all who opened it.
SELECT indpred IS NULL OR pg_get_expr(indpred, indrelid) IN ('(course_id IS NOT NULL)', '(lesson_id IS NOT NULL)') FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made;

--@ true: the columns of the question are in the new index
-- A column that the question names is not in the new index: each row is fetched from the table for it.
SELECT count(*) = 3 FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made
JOIN pg_attribute AS a ON a.attrelid = made.indrelid AND a.attnum = ANY (made.indkey::int[]) AND a.attname IN ('course_id', 'lesson_id', 'score');

--@ true: the new index is sorted by course and lesson first
-- The rows of a lesson in a course do not lie together in the new index: more of it is read than they take.
SELECT array_agg(a.attname::text ORDER BY a.attname) = ARRAY['course_id', 'lesson_id'] FROM (SELECT * FROM pg_index WHERE indrelid = 'public.lesson_progress'::regclass ORDER BY indexrelid DESC LIMIT 1) AS made
JOIN pg_attribute AS a ON a.attrelid = made.indrelid AND a.attnum IN (made.indkey[0], made.indkey[1]) AND made.indnkeyatts > 1;

--@ accepted: two learners with the same score
-- An index that finds need not be UNIQUE: two learners may have one score in a lesson.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score)
SELECT u.id, c.id, 'made-up', 50 FROM (SELECT id FROM users ORDER BY id LIMIT 2) AS u, (SELECT id FROM courses ORDER BY id LIMIT 1) AS c;
