-- A row lock lasts until its transaction ends, and outside BEGIN and COMMIT each statement is one of its own: FOR UPDATE has
-- let go before the UPDATE begins.
-- has: for update ; update
-- has: = ( select completed_lessons
-- says: not so: both lessons are there (where they overlap)
-- says: not so: each is there once, and nothing else (where they overlap)
SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c FOR UPDATE;
UPDATE course_progress
SET completed_lessons = (SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c) || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
