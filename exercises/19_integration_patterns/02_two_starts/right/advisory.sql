-- The learner is locked by a number made of the name, before there is a row.
BEGIN;
SELECT pg_advisory_xact_lock(hashtext(:uuid_u::text));
INSERT INTO lesson_progress (user_id, course_id, lesson_id) SELECT :uuid_u, :uuid_c, 'joins'
WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds, last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
