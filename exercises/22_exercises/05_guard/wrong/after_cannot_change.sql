-- After the row is written, a change to NEW reaches nothing: the time of issue is the one that the UPDATE brought.
-- says: not so: an UPDATE to an earlier time, or to a later one, keeps the old time
-- says: not so: a correction that also brings another time keeps the old time
-- says: not so: an UPDATE of the time alone keeps the old time
-- says: not so: an UPDATE to the present or to nothing keeps the old time
-- says: accepted, but should be refused: a certificate that moves to a course that is not completed
-- says: accepted, but should be refused: a certificate that moves to a learner who has not completed it
-- says: not so: a certificate that moves and brings another time keeps the old time
CREATE FUNCTION guard_certificate() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.issued_at := OLD.issued_at;
  ELSIF NOT EXISTS (SELECT FROM course_progress AS cp WHERE cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id
                    AND cp.progress_percentage = 100) THEN
    RAISE EXCEPTION 'too early' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_certificate AFTER INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION guard_certificate()
