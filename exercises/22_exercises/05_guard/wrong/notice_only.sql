-- A NOTICE is a remark: the certificate is written all the same.
-- has: RAISE NOTICE
-- says: accepted, but should be refused: a certificate at 99 per cent of the way
-- says: accepted, but should be refused: a certificate at some per cent of the way
-- says: accepted, but should be refused: a certificate for 100 per cent, at 0 of the way
-- says: accepted, but should be refused: a certificate for who has not begun
-- says: accepted, but should be refused: another course than the one that was completed
-- says: accepted, but should be refused: a good one and a bad one in one statement
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM course_progress WHERE user_id = NEW.user_id AND course_id = NEW.course_id AND progress_percentage = 100) THEN RAISE NOTICE 'too early'; END IF;
  ELSE NEW.issued_at := OLD.issued_at; END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION f();
