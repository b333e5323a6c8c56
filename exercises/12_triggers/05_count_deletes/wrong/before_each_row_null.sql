-- says: not so: a DELETE does what it says
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO deletion (lessons, seconds) VALUES (1, coalesce(OLD.time_spent_seconds, 0)); RETURN NEW; END $$;
CREATE TRIGGER t BEFORE DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
