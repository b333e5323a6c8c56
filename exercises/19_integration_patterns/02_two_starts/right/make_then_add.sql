-- First make the row, if there is none, and then add to it. Both statements may be run by both.
BEGIN;
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins') ON CONFLICT DO NOTHING;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds, last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
