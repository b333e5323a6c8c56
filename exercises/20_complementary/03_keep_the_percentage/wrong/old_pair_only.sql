-- says: not so: a row that moves to another course counts there
-- says: An UPDATE moves a lesson to another course, and that course's figure does not know it: the trigger must fire then, and NEW says where the row is now.
-- says: not so: a row that moves to another learner counts there
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE course_progress cp SET progress_percentage = least(100, round(100.0 * (SELECT count(*) FROM lesson_progress lp WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed) / c.lesson_count))
  FROM courses c WHERE c.id = cp.course_id AND cp.user_id = coalesce(OLD.user_id, NEW.user_id) AND cp.course_id = coalesce(OLD.course_id, NEW.course_id); RETURN NULL; END $$;
CREATE TRIGGER t AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
