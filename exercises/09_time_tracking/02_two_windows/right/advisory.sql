-- A lock of the application's own: who has it may look and then write.
BEGIN;
SELECT pg_advisory_xact_lock(42);
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT :uuid_u, :uuid_c, 'joins', :seconds
WHERE NOT EXISTS (SELECT 1 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
COMMIT;
