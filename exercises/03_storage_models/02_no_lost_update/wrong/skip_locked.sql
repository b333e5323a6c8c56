-- SKIP LOCKED does not wait: the row that the other session holds is left out, nothing is locked, and what was read before is written.
-- has: for update skip locked ; update
-- has: = ( select completed_lessons
-- has: skip locked
-- says: not so: both lessons are there (where they overlap)
-- says: not so: each is there once, and nothing else (where they overlap)
BEGIN;
SELECT FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c FOR UPDATE SKIP LOCKED;
UPDATE course_progress
SET completed_lessons = (SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c) || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
