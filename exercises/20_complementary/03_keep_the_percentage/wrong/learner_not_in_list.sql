-- says: not so: a row that moves to another learner counts there
-- says: An UPDATE moves a lesson to another learner, and that learner's figure does not know it: the trigger must fire then, and NEW says whose row it is now.
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE u uuid := coalesce(NEW.user_id, OLD.user_id); c uuid := coalesce(NEW.course_id, OLD.course_id);
BEGIN
  UPDATE course_progress p SET progress_percentage = least(100, round(100.0 * (SELECT count(*) FROM lesson_progress l
    WHERE l.user_id = u AND l.course_id = c AND l.completed) / k.lesson_count)) FROM courses k WHERE k.id = c AND p.course_id = c AND p.user_id = u;
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER INSERT OR DELETE OR UPDATE OF completed, course_id ON lesson_progress FOR EACH ROW EXECUTE FUNCTION keep();
