-- says: accepted, but should be refused: a certificate for 100 per cent, at 0 of the way
-- says: refused, but should be accepted: two certificates for who has completed two courses
-- says: The certificate's own percentage says nothing about the way: course_progress does, and it says 0.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.percentage < 100 THEN RAISE EXCEPTION 'too early' USING ERRCODE = '23514'; END IF;
  ELSE NEW.issued_at := OLD.issued_at; END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION f();
