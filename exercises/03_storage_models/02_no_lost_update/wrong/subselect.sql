-- The subselect reads the array as it was when your statement began. The UPDATE then waits for the row, but what the subselect
-- has read stays as it was: name the column itself.
-- has: = ( select completed_lessons
-- says: not so: both lessons are there (where they overlap)
-- says: not so: each is there once, and nothing else (where they overlap)
UPDATE course_progress
SET completed_lessons = (SELECT completed_lessons FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c) || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
