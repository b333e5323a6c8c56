-- last_accessed_at is written too, where the list grows. Only updated_at is to change beside what the UPDATE
-- names.
-- has: completed_lessons is distinct from
-- says: not so: the other columns are left alone
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  IF NEW.completed_lessons IS DISTINCT FROM OLD.completed_lessons THEN
    NEW.last_accessed_at := greatest(NEW.last_accessed_at, now());
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER touch BEFORE UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION touch();
