-- A BEFORE trigger that returns NULL tells the server to leave the row as it is: nothing is updated.
-- says: not so: an UPDATE moves updated_at
-- says: not so: an UPDATE still does what it says
-- says: not so: an UPDATE cannot set updated_at itself
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NULL; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION touch();
