-- says: not so: reopening a lesson leaves its time alone
-- says: completed turned false, and completed_at changed too: only the turn to true is yours.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.completed_at := CASE WHEN NEW.completed THEN now() END; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON lesson_progress FOR EACH ROW WHEN (OLD.completed <> NEW.completed) EXECUTE FUNCTION f();
