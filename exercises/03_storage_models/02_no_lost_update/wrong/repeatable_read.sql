-- REPEATABLE READ does not lose the update: it refuses the second one. Someone must then try again.
-- says: session a failed: could not serialize access
-- says: session b failed: could not serialize access
-- says: not so: both lessons are there (in turn; the second a step ahead)
-- says: not so: each is there once, and nothing else (in turn; the second a step ahead)
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u;
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
