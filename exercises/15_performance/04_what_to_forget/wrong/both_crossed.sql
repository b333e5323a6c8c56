-- says: not so: a row that moves to another learner and another course is noted where it was and where it is
-- says: An UPDATE moves a row to another learner and another course at once: the old pair and the new one are to be noted, and no other.
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO forget (user_id, course_id)
    SELECT DISTINCT learner, course FROM (VALUES (OLD.user_id), (NEW.user_id)) AS a (learner), (VALUES (OLD.course_id), (NEW.course_id)) AS b (course);
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id);
  ELSE
    INSERT INTO forget (user_id, course_id) VALUES (OLD.user_id, OLD.course_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_pair AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
