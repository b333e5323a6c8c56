-- Both looked before there was a row. UNIQUE saved the table; one try is lost, with an error or, when the row came between the
-- UPDATE and the INSERT, without a word.
-- says: session b failed: duplicate key value
-- says: not so: both tries are counted (in turn; the second a step ahead)
-- says: not so: the better score is kept (in turn)
BEGIN;
UPDATE lesson_progress SET attempts = attempts + 1, score = greatest(score, :score::int)
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT :uuid_u, :uuid_c, 'joins', 1, :score::int
WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
COMMIT;
