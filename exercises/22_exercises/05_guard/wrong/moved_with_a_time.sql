-- says: one that moves the certificate and sets issued_at as well
CREATE FUNCTION guard_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.user_id = OLD.user_id AND NEW.course_id = OLD.course_id THEN
      NEW.issued_at := OLD.issued_at;
      RETURN NEW;
    END IF;
  END IF;
  IF NOT EXISTS (SELECT FROM course_progress AS cp
                 WHERE cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id AND cp.progress_percentage = 100) THEN
    RAISE EXCEPTION 'the course is not completed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_certificate BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION guard_certificate();
