-- Both looked before there was a row. UNIQUE saved the table; one try is lost, with an error or, when the row came between the
-- UPDATE and the INSERT, without a word.
-- has: begin
-- has: not exists
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
-- says: not so: all tries are counted (where they overlap)
BEGIN;
UPDATE lesson_progress SET attempts = attempts + 1, score = greatest(score, :score)
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT :uuid_u, :uuid_c, 'joins', 1, :score
WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
COMMIT;
