-- You ask whether the learner has completed some course, not this one: course_id is missing in the condition.
-- says: accepted, but should be refused: another course than the one that was completed
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
CREATE FUNCTION guard_certificate() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.issued_at := OLD.issued_at;
  ELSIF NOT EXISTS (SELECT FROM course_progress AS cp WHERE cp.user_id = NEW.user_id AND cp.progress_percentage = 100) THEN
    RAISE EXCEPTION 'too early' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_certificate BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION guard_certificate()
