-- Without a row in course_progress the percentage is NULL, and NULL < 100 is not true: the certificate gets in.
-- says: accepted, but should be refused: a certificate for who has not begun
-- says: accepted, but should be refused: another course than the one that was completed
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
CREATE FUNCTION guard_certificate() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.issued_at := OLD.issued_at;
  ELSIF (SELECT progress_percentage FROM course_progress
         WHERE user_id = NEW.user_id AND course_id = NEW.course_id) < 100 THEN
    RAISE EXCEPTION 'too early' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_certificate BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION guard_certificate()
