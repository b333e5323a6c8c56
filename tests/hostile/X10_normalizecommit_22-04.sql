-- A deferred constraint trigger freezes at COMMIT: normalize() sorts combining marks by insertion, 3,000,000 x 3,000,000, no signal heard
CREATE TABLE certificate (user_id UUID, course_id UUID, percentage INTEGER, issued_at TIMESTAMPTZ DEFAULT now(), withdrawn_at TIMESTAMPTZ, reason TEXT);
CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM length(normalize(repeat(chr(769), 3000000) || repeat(chr(803), 3000000), NFD)); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER late AFTER INSERT OR UPDATE OR DELETE ON certificate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit();
INSERT INTO certificate (percentage) VALUES (1);
