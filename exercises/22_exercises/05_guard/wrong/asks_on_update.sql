-- says: not so: a correction is allowed after the way got longer
-- says: Once it is issued a certificate may be corrected, also when the learner has no longer completed the course.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM course_progress p WHERE p.user_id = NEW.user_id AND p.course_id = NEW.course_id AND p.progress_percentage = 100) THEN RAISE EXCEPTION 'too early' USING ERRCODE = '23514'; END IF;
  END IF; IF TG_OP = 'UPDATE' THEN IF NOT EXISTS (SELECT FROM course_progress p WHERE p.user_id = NEW.user_id AND p.course_id = NEW.course_id AND p.progress_percentage = 100) THEN RAISE check_violation; END IF; NEW.issued_at := OLD.issued_at; END IF; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION f();
