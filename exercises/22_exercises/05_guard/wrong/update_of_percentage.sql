-- says: not so: an UPDATE of the time alone keeps the old time
-- says: not so: an UPDATE to the present or to nothing keeps the old time
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
-- says: Whatever an UPDATE says: one that sets issued_at alone gets its way, or is an error.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM course_progress WHERE user_id = NEW.user_id AND course_id = NEW.course_id AND progress_percentage = 100) THEN RAISE check_violation; END IF;
  ELSE NEW.issued_at := OLD.issued_at; END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT OR UPDATE OF percentage ON certificate FOR EACH ROW EXECUTE FUNCTION f();
