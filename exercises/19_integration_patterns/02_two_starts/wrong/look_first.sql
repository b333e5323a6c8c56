-- NOT EXISTS sees what was committed when the statement began. Both see nothing, and the UNIQUE key refuses the second.
-- has: not exists
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
-- says: not so: the row has the seconds of all (where they overlap)
BEGIN;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT :uuid_u, :uuid_c, 'joins', 0 WHERE NOT EXISTS (
  SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds, last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
