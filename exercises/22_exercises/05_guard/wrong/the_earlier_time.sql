-- says: not so: an UPDATE to an earlier time, or to a later one, keeps the old time
-- says: Whatever an UPDATE says: one that sets issued_at to an earlier time, or to a later one, gets its way, or is an error.
CREATE FUNCTION certificate_guard() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.issued_at := least(OLD.issued_at, NEW.issued_at);
    IF (NEW.user_id, NEW.course_id) = (OLD.user_id, OLD.course_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM course_progress AS cp
                 WHERE cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id AND cp.progress_percentage = 100) THEN
    RAISE EXCEPTION 'not yet' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_guard BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION certificate_guard();
