-- says: not so: a correction that also brings another time keeps the old time
-- says: not so: an UPDATE of the time alone keeps the old time
-- says: not so: an UPDATE to the present or to nothing keeps the old time
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
-- says: The UPDATE sets percentage and issued_at: the percentage is to change, the time is not, and there is to be no error.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM course_progress p WHERE p.user_id = NEW.user_id AND p.course_id = NEW.course_id AND p.progress_percentage = 100) THEN RAISE EXCEPTION 'too early' USING ERRCODE = '23514'; END IF;
  ELSE IF NEW.issued_at <> OLD.issued_at THEN RAISE check_violation; END IF; END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION f();
