-- pg_trigger_depth() is more than 0 where another trigger sends the UPDATE: that one is left out, and it
-- completes the lesson all the same.
-- has: pg_trigger_depth
-- says: not so: an UPDATE that a trigger of another table makes completes a lesson as well
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.completed_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER t BEFORE UPDATE ON lesson_progress FOR EACH ROW
WHEN (NEW.completed AND NOT OLD.completed AND pg_trigger_depth() = 0) EXECUTE FUNCTION f();
