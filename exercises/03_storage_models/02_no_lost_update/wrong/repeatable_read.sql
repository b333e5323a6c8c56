-- REPEATABLE READ does not lose the update: it refuses the second one. Someone must then try again.
-- says: a session fails: could not serialize access due to concurrent update (SQLSTATE 40001) (where they overlap)
-- says: not so: both lessons are there (where they overlap)
-- says: not so: each is there once, and nothing else (where they overlap)
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u;
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
