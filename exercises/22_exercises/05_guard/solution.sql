-- NOT EXISTS is true where there is no row at all. An INSERT has no OLD, so its key differs from NULL: one condition asks of new
-- certificates and of those that move. BEFORE, so that the row can still be refused or mended.
CREATE FUNCTION guard_certificate() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.issued_at := OLD.issued_at;
  END IF;
  IF (NEW.user_id, NEW.course_id) IS DISTINCT FROM (OLD.user_id, OLD.course_id) AND NOT EXISTS (
    SELECT FROM course_progress AS cp
    WHERE cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id AND cp.progress_percentage = 100
  ) THEN
    RAISE EXCEPTION 'the course is not completed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_certificate BEFORE INSERT OR UPDATE ON certificate
FOR EACH ROW EXECUTE FUNCTION guard_certificate();
