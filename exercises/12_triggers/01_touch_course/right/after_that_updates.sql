-- An AFTER trigger cannot change its row, and may update it once more.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE course_progress SET updated_at = now() WHERE id = NEW.id AND updated_at IS DISTINCT FROM now(); RETURN NULL; END $$; CREATE TRIGGER t AFTER UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION f();
