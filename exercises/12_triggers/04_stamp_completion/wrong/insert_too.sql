-- An INSERT is left alone; say UPDATE and nothing else.
-- says: not so: an INSERT keeps the time that it brings, and may bring none
-- says: not so: a completed lesson keeps its time when something else is updated
-- says: not so: a completed lesson keeps its time when completed is set to true again
-- says: not so: reopening a lesson leaves its time alone
-- says: not so: several lessons at once get their time, and only those that were open
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.completed AND (TG_OP = 'INSERT' OR NOT OLD.completed) THEN NEW.completed_at := now(); END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
