-- One DO block is one transaction. The lock comes before the read, so the variable holds what the other has left.
DO $$
DECLARE
  done JSONB;
BEGIN
  SELECT completed_lessons INTO done FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c FOR UPDATE;
  UPDATE course_progress SET completed_lessons = done || to_jsonb(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c;
END $$;
