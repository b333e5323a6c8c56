-- says: NULL and 0 are two values: a change from one to the other is lost or not stamped.
CREATE FUNCTION skip_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW.id, NEW.user_id, NEW.course_id, NEW.lesson_id, NEW.completed, COALESCE(NEW.time_spent_seconds, 0),
         COALESCE(NEW.attempts, 0), COALESCE(NEW.score, 0), NEW.first_started_at, NEW.last_accessed_at, NEW.completed_at,
         NEW.created_at, NEW.updated_at)
     IS NOT DISTINCT FROM
     ROW(OLD.id, OLD.user_id, OLD.course_id, OLD.lesson_id, OLD.completed, COALESCE(OLD.time_spent_seconds, 0),
         COALESCE(OLD.attempts, 0), COALESCE(OLD.score, 0), OLD.first_started_at, OLD.last_accessed_at, OLD.completed_at,
         OLD.created_at, OLD.updated_at) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_skip_unchanged BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION skip_unchanged();
