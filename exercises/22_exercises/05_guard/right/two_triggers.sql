-- Two small triggers, each with one task; the second only fires where the time is touched.
CREATE FUNCTION certificate_needs_completion() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE reached INTEGER;
BEGIN
  SELECT progress_percentage INTO reached FROM course_progress
  WHERE user_id = NEW.user_id AND course_id = NEW.course_id;
  IF reached IS DISTINCT FROM 100 THEN
    RAISE check_violation USING MESSAGE = 'only for a completed course';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION certificate_keeps_its_time() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW.issued_at = OLD.issued_at;
  RETURN NEW;
END $$;
CREATE TRIGGER a_needs_completion BEFORE INSERT OR UPDATE OF user_id, course_id ON certificate FOR EACH ROW EXECUTE FUNCTION certificate_needs_completion();
CREATE TRIGGER b_keeps_its_time BEFORE UPDATE ON certificate FOR EACH ROW
WHEN (NEW.issued_at IS DISTINCT FROM OLD.issued_at) EXECUTE FUNCTION certificate_keeps_its_time();
