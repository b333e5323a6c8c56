-- Whatever there was before and whatever there is now: each names a pair whose answer may have changed. AFTER, so that nothing depends on what is
-- given back.
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO forget (user_id, course_id) VALUES (OLD.user_id, OLD.course_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER note_pair AFTER INSERT OR UPDATE OR DELETE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION note_pair();
