-- A deleted lesson is still counted. The trigger must fire on DELETE as well, and take the key from OLD: there is no NEW.
-- says: not so: a deleted lesson counts no more
-- says: not so: two deleted in one statement
-- says: not so: the percentage is rounded, up as well as down
CREATE FUNCTION keep_percentage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE course_progress AS cp
  SET progress_percentage = least(100, round(100.0 * (
    SELECT count(*) FROM lesson_progress AS lp WHERE lp.user_id = NEW.user_id AND lp.course_id = NEW.course_id AND lp.completed
  ) / courses.lesson_count))
  FROM courses WHERE cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id AND courses.id = NEW.course_id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_percentage AFTER INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION keep_percentage()
