-- RAISE EXCEPTION alone gives P0001, which tells an app nothing. USING ERRCODE names what happened.
-- says: refused for another reason: a certificate at 99 per cent of the way
-- says: refused for another reason: a certificate at some per cent of the way
-- says: refused for another reason: a certificate for 100 per cent, at 0 of the way
-- says: refused for another reason: a certificate for who has not begun
-- says: refused for another reason: another course than the one that was completed
-- says: refused for another reason: a good one and a bad one in one statement
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
CREATE FUNCTION guard_certificate() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.issued_at := OLD.issued_at;
  ELSIF NOT EXISTS (SELECT FROM course_progress AS cp WHERE cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id
                    AND cp.progress_percentage = 100) THEN
    RAISE EXCEPTION 'too early';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_certificate BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION guard_certificate()
