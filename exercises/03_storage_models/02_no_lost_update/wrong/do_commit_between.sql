-- says: not so: both lessons are there (where they overlap)
-- says: not so: each is there once, and nothing else (where they overlap)
-- says: A lesson is missing in the end: nobody wrote it, or the other session wrote over it.
DO $$
DECLARE v jsonb;
BEGIN
  SELECT completed_lessons INTO v FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;
  COMMIT;
  UPDATE course_progress SET completed_lessons = v || to_jsonb(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c;
END $$
