-- says: not so: where there is no document none is made
-- says: A learner without a document completes a lesson: it is an error, or a document is made.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
 INSERT INTO course_progress (user_id, course_id) SELECT NEW.user_id, NEW.course_id WHERE NEW.user_id IS NOT NULL ON CONFLICT DO NOTHING;  UPDATE course_progress cp SET progress_percentage = least(100, round(100.0 * (SELECT count(*) FROM lesson_progress lp WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed) / c.lesson_count))
  FROM courses c WHERE c.id = cp.course_id AND ((cp.user_id, cp.course_id) = (NEW.user_id, NEW.course_id) OR (cp.user_id, cp.course_id) = (OLD.user_id, OLD.course_id)); RETURN NULL; END $$;
CREATE TRIGGER t AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
