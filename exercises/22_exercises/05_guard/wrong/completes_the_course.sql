-- says: accepted, but should be refused: a certificate at 99 per cent of the way
-- says: accepted, but should be refused: a good one and a bad one in one statement
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
-- says: The learner is at 99 per cent of the course, and the certificate gets in.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN UPDATE course_progress SET progress_percentage = 100 WHERE user_id = NEW.user_id AND progress_percentage > 98;
    IF NOT EXISTS (SELECT FROM course_progress p WHERE p.user_id = NEW.user_id AND p.course_id = NEW.course_id AND p.progress_percentage = 100) THEN RAISE EXCEPTION 'too early' USING ERRCODE = '23514'; END IF;
  ELSE NEW.issued_at := OLD.issued_at; END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION f();
