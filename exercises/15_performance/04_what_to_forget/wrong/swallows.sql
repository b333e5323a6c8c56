-- A BEFORE trigger that gives back NULL keeps the row from being written. Fire AFTER, or give the row back.
-- has: before insert
-- says: not so: a lesson that is opened is noted
-- says: not so: an UPDATE of any other column is noted
-- says: not so: a lesson that is completed is noted
-- says: not so: a lesson that a teacher deletes is noted for everybody
-- says: not so: a row that moves is noted where it was and where it is
-- says: not so: a row that moves to another learner and another course is noted where it was and where it is
-- says: not so: a course that is deleted is noted
-- says: not so: rows are written as they were sent
-- says: not so: rows are deleted when they are told to
-- says: not so: a row that moves to another learner is noted where it was and where it is
-- says: not so: lessons that one statement changes are noted, each of them
-- says: not so: a learner who is deleted is noted
-- says: not so: a row that ON CONFLICT DO NOTHING leaves out is not noted
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id)
  SELECT pair.u, pair.c FROM (VALUES (OLD.user_id, OLD.course_id), (NEW.user_id, NEW.course_id)) AS pair (u, c) WHERE pair.u IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER note_pair BEFORE INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
