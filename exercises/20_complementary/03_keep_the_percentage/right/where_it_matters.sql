-- On an UPDATE the figure is worked out anew only where completed or the key has changed.
CREATE FUNCTION keep_percentage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  u UUID := coalesce(NEW.user_id, OLD.user_id);
  c UUID := coalesce(NEW.course_id, OLD.course_id);
BEGIN
  UPDATE course_progress AS cp
  SET progress_percentage = least(100, round(100.0 * (
    SELECT count(*) FROM lesson_progress AS lp WHERE lp.user_id = u AND lp.course_id = c AND lp.completed
  ) / courses.lesson_count))
  FROM courses WHERE cp.user_id = u AND cp.course_id = c AND courses.id = c;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_percentage
AFTER INSERT OR UPDATE OF completed, user_id, course_id OR DELETE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION keep_percentage();
