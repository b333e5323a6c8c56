-- The trigger stands on course_progress. The rows that change the answer are those of lesson_progress.
-- has: on course_progress
-- says: not so: a lesson that is started is noted
-- says: not so: a lesson that is opened is noted
-- says: not so: an UPDATE of any other column is noted
-- says: not so: a lesson that is completed is noted
-- says: not so: a lesson that a teacher deletes is noted for everybody
-- says: not so: a row that moves is noted where it was and where it is
-- says: not so: a row that moves to another learner and another course is noted where it was and where it is
-- says: not so: a course that is deleted is noted
-- says: not so: a row that moves to another learner is noted where it was and where it is
-- says: not so: lessons that several learners start are noted, each of them
-- says: not so: lessons that one statement changes are noted, each of them
-- says: not so: what was noted before stays
-- says: not so: a learner who is deleted is noted
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
CREATE TRIGGER note_pair AFTER INSERT OR UPDATE OR DELETE ON course_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
