-- A BEFORE trigger can note as well. It must give the row back, or the row is lost.
CREATE FUNCTION note_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id)
  SELECT pair.u, pair.c FROM (VALUES (OLD.user_id, OLD.course_id), (NEW.user_id, NEW.course_id)) AS pair (u, c) WHERE pair.u IS NOT NULL;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER note_pairs BEFORE INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pairs();
