-- NOWAIT does not wait for the lock: the session that comes second fails, and its lesson is lost. Without it FOR UPDATE waits.
-- has: nowait
-- says: a session fails: could not obtain lock on row in relation "course_progress" (SQLSTATE 55P03) (where they overlap)
-- says: not so: both lessons are there (where they overlap)
-- says: not so: each is there once, and nothing else (where they overlap)
BEGIN;
SELECT FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c FOR UPDATE NOWAIT;
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
