-- says: something else changes: another row
UPDATE lesson_progress
SET time_spent_seconds = time_spent_seconds + :seconds, last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id ILIKE 'joins';
