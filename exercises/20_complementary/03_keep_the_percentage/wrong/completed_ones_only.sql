-- says: not so: a lesson that is begun sets a wrong figure right
CREATE FUNCTION keep_percentage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  u UUID := coalesce(NEW.user_id, OLD.user_id);
  c UUID := coalesce(NEW.course_id, OLD.course_id);
BEGIN
  PERFORM FROM course_progress WHERE user_id = u AND course_id = c FOR UPDATE;
  UPDATE course_progress AS cp
  SET progress_percentage = least(100, round(100.0 * (
    SELECT count(*) FROM lesson_progress AS lp WHERE lp.user_id = u AND lp.course_id = c AND lp.completed
  ) / courses.lesson_count))
  FROM courses
  WHERE cp.user_id = u AND cp.course_id = c AND courses.id = c;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_percentage AFTER UPDATE OR DELETE ON lesson_progress
FOR EACH ROW EXECUTE FUNCTION keep_percentage();
CREATE TRIGGER keep_percentage_of_new AFTER INSERT ON lesson_progress
FOR EACH ROW WHEN (NEW.completed) EXECUTE FUNCTION keep_percentage();
