-- Both halves of the statement see the table as it was when it began: neither sees a row, both insert, and the key refuses the second.
-- has: with 
-- has: not exists
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
-- says: not so: the seconds of all are there (where they overlap)
WITH done AS (UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' RETURNING id)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT :uuid_u, :uuid_c, 'joins', :seconds WHERE NOT EXISTS (SELECT 1 FROM done);
