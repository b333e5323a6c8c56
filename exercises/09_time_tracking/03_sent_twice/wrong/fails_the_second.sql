-- The seconds are right, and the second message ends in an error: the page gets no answer that it understands, and sends once more.
-- says: a session fails: duplicate key value violates unique constraint "message_pkey" (SQLSTATE 23505) (in every order)
BEGIN;
INSERT INTO message VALUES (:uuid_m);
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
