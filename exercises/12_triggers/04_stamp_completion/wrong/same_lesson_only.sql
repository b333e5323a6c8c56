-- The WHEN leaves out an UPDATE that gives the row another lesson and completes it at once. It turns
-- completed to true as well.
-- has: old.lesson_id
-- says: not so: a lesson that is completed gets it whatever else the UPDATE changes
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.completed_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER t BEFORE UPDATE ON lesson_progress FOR EACH ROW
WHEN (NEW.completed AND NOT OLD.completed AND NEW.lesson_id = OLD.lesson_id) EXECUTE FUNCTION f();
