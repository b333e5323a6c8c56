-- says: not so: the other columns are left alone
-- says: Only updated_at is yours to write. Another column has changed that the UPDATE does not name.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); NEW.last_accessed_at := now(); RETURN NEW; END $$; CREATE TRIGGER t BEFORE UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION f();
