-- A BEFORE trigger can note what an UPDATE or a DELETE is about to do. It must give the row back, or the row
-- is lost. An INSERT is noted when it is done.
CREATE FUNCTION note_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id)
  SELECT pair.u, pair.c FROM (VALUES (OLD.user_id, OLD.course_id), (NEW.user_id, NEW.course_id)) AS pair (u, c) WHERE pair.u IS NOT NULL;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER note_pairs BEFORE UPDATE OR DELETE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION note_pairs();
CREATE TRIGGER note_new_pairs AFTER INSERT ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pairs();
