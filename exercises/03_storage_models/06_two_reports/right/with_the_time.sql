-- Within a transaction, and with the time of the visit.
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = :seconds + coalesce(time_spent_seconds, 0), last_accessed_at = now()
WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins');
COMMIT;
