-- NOWAIT fails at once where it would have to wait. No circle comes of it, and the seconds of the one that fails are lost.
-- has: nowait
-- says: a session fails: could not obtain lock on row in relation "lesson_progress" (SQLSTATE 55P03) (where they overlap)
-- says: not so: both rows have the seconds of both devices (where they overlap)
BEGIN;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second)
ORDER BY lesson_id FOR UPDATE NOWAIT;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE lesson_id WHEN :first THEN :at_first ELSE :at_second END
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second);
COMMIT;
