-- To complete is not the only thing that changes the answer: to start a lesson, to open it and to delete it do so too, and were not noted.
-- has: update of completed
-- says: not so: a lesson that is started is noted
-- says: not so: a lesson that is opened is noted
-- says: not so: an UPDATE of any other column is noted
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
  INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id);
  RETURN NULL;
END $$;
CREATE TRIGGER note_pair AFTER UPDATE OF completed ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
