-- FOR UPDATE locks the rows that it finds. There is none, so nobody waits, both insert, and the key refuses the second.
-- has: for update
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (in every order)
-- says: not so: the row has the seconds of all (in every order)
-- says: not so: last_accessed_at is that of the last device (in every order)
BEGIN;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' FOR UPDATE;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds);
COMMIT;
