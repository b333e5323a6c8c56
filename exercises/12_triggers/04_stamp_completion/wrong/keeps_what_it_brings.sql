-- says: not so: whatever time the UPDATE brings
-- says: not so: a lesson that was reopened gets a new time when it is completed again
-- says: not so: several lessons at once get their time, and only those that were open
-- says: Whatever the UPDATE says: here one brings a time of its own for completed_at, and gets its way.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.completed_at := coalesce(NEW.completed_at, now()); RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON lesson_progress FOR EACH ROW WHEN (NEW.completed AND NOT OLD.completed) EXECUTE FUNCTION f();
