-- says: not so: a change of user_id is written and stamped
-- says: A change of user_id is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
CREATE FUNCTION nothing_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.course_id, NEW.lesson_id, NEW.completed, NEW.time_spent_seconds, NEW.attempts, NEW.score, NEW.first_started_at, NEW.last_accessed_at, NEW.completed_at, NEW.created_at, NEW.updated_at) IS NOT DISTINCT FROM (OLD.id, OLD.course_id, OLD.lesson_id, OLD.completed, OLD.time_spent_seconds, OLD.attempts, OLD.score, OLD.first_started_at, OLD.last_accessed_at, OLD.completed_at, OLD.created_at, OLD.updated_at) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_first BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION nothing_new();
