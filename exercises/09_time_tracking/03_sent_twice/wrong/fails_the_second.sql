-- The seconds are right, and the second message ends in an error: the page gets no answer that it understands, and sends once more.
-- says: session a failed: duplicate key value
-- says: session b failed: duplicate key value
BEGIN;
INSERT INTO message VALUES (:uuid_m);
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
