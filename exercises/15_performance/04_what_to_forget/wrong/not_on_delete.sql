-- The trigger does not fire on DELETE. The lesson that was deleted is still shown to everybody who was in it.
-- says: not so: a lesson that a teacher deletes is noted for everybody
-- says: not so: a row that moves is noted where it was and where it is
-- says: not so: a row that moves to another learner and another course is noted where it was and where it is
-- says: not so: a course that is deleted is noted
-- says: not so: a row that moves to another learner is noted where it was and where it is
-- says: not so: a learner who is deleted is noted
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id);
  RETURN NULL;
END $$;
CREATE TRIGGER note_pair AFTER INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
