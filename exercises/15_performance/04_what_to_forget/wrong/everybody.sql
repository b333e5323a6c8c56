-- Every pair there is gets noted, whoever was touched: the cache forgets all, and is of no use.
-- says: not so: a pair that was not touched is not noted
-- says: not so: a lesson that a teacher deletes is noted for everybody
-- says: not so: a row that moves is noted where it was and where it is
-- says: not so: a row that moves to another learner and another course is noted where it was and where it is
-- says: not so: a course that is deleted is noted
-- says: not so: a row that moves to another learner is noted where it was and where it is
-- says: not so: what was noted before stays
-- says: not so: a learner who is deleted is noted
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) SELECT DISTINCT user_id, course_id FROM lesson_progress;
  RETURN NULL;
END $$;
CREATE TRIGGER note_pair AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
