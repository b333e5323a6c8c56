-- says: not so: an UPDATE that completes a lesson is stored
-- says: An UPDATE that sets completed is lost: what does the function give back?
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.completed_at := now(); RETURN OLD; END $$;
CREATE TRIGGER t BEFORE UPDATE ON lesson_progress FOR EACH ROW WHEN (NEW.completed AND NOT OLD.completed) EXECUTE FUNCTION f();
