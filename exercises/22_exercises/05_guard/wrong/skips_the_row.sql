-- RETURN NULL skips the row without a word: whoever inserts believes that the certificate is there.
-- has: RETURN NULL
-- says: accepted, but should be refused: a certificate at 99 per cent of the way
-- says: accepted, but should be refused: a certificate at some per cent of the way
-- says: accepted, but should be refused: a certificate for 100 per cent, at 0 of the way
-- says: accepted, but should be refused: a certificate for who has not begun
-- says: accepted, but should be refused: another course than the one that was completed
-- says: accepted, but should be refused: a good one and a bad one in one statement
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
CREATE FUNCTION guard_certificate() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.issued_at := OLD.issued_at;
  ELSIF NOT EXISTS (SELECT FROM course_progress AS cp WHERE cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id
                    AND cp.progress_percentage = 100) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_certificate BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION guard_certificate()
