-- The lock is taken before anything is read, and kept until COMMIT.
BEGIN;
SELECT FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c FOR UPDATE;
UPDATE course_progress AS cp SET completed_lessons = (
  SELECT completed_lessons FROM course_progress WHERE id = cp.id
) || jsonb_build_array(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
