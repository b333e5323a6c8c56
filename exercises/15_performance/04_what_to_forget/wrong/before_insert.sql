-- A BEFORE trigger fires for a row that ON CONFLICT DO NOTHING then leaves out: nothing was touched, and the
-- pair is noted. AFTER INSERT fires for rows that are there.
-- says: not so: a row that ON CONFLICT DO NOTHING leaves out is not noted
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO forget (user_id, course_id) VALUES (OLD.user_id, OLD.course_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id);
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER note_pair BEFORE INSERT OR UPDATE OR DELETE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION note_pair();
