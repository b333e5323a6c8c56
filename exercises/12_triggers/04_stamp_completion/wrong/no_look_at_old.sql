-- Nobody asks what was there before: a lesson that is completed already gets a new time at every UPDATE.
-- says: not so: a completed lesson keeps its time when something else is updated
-- says: not so: a completed lesson keeps its time when completed is set to true again
-- says: not so: an UPDATE of a completed lesson may correct its time
-- says: not so: several lessons at once get their time, and only those that were open
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.completed THEN NEW.completed_at := now(); END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
