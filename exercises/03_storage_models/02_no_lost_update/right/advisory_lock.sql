-- A lock that belongs to no row: the first to take it goes first, and the other reads only then.
BEGIN;
SELECT pg_advisory_xact_lock(hashtext('course_progress'));
UPDATE course_progress SET completed_lessons = (SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c) || to_jsonb(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
