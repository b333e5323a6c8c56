-- says: not so: a deleted row is gone
-- says: not so: two deleted in one statement
-- says: not so: a course can be deleted
-- says: not so: a learner can be deleted
-- says: A DELETE on lesson_progress is lost: the row is still there. What does a BEFORE trigger give back on DELETE?
-- says: not so: a half is rounded upwards
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE course_progress cp SET progress_percentage = least(100, round(100.0 * (SELECT count(*) FROM lesson_progress lp WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed AND lp.id <> OLD.id) / c.lesson_count))
  FROM courses c WHERE c.id = cp.course_id AND cp.user_id = OLD.user_id AND cp.course_id = OLD.course_id; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE course_progress cp SET progress_percentage = least(100, round(100.0 * (SELECT count(*) FROM lesson_progress lp WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed) / c.lesson_count))
  FROM courses c WHERE c.id = cp.course_id AND cp.user_id = NEW.user_id AND cp.course_id = NEW.course_id; RETURN NULL; END $$;
CREATE TRIGGER u AFTER INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION g();
