-- `UPDATE OF completed, last_accessed_at` fires for these columns alone. A score or a number of tries that changes is an UPDATE too.
-- says: not so: an UPDATE of any other column is noted
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

CREATE TRIGGER note_pair AFTER INSERT OR DELETE OR UPDATE OF completed, last_accessed_at, user_id, course_id ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION note_pair();
