-- The message is locked by its name, before there is a row for it.
BEGIN;
SELECT pg_advisory_xact_lock(hashtextextended(:uuid_m::text, 0));
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' AND NOT EXISTS (SELECT FROM message WHERE name = :uuid_m);
INSERT INTO message VALUES (:uuid_m) ON CONFLICT DO NOTHING;
COMMIT;
