-- says: not so: completed lessons count
-- says: not so: a lesson more
-- says: not so: a lesson that is completed later counts
-- says: not so: a lesson that is begun does not count
-- says: not so: the percentage is rounded, up as well as down
-- says: not so: each learner and course has a figure of its own
-- says: not so: a row that moves to another course counts there
-- says: not so: completed says what is completed
-- says: Two of the course's lessons are completed, and the percentage is not 100 times 2 over lesson_count, rounded.
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE u uuid := coalesce(NEW.user_id, OLD.user_id); c uuid := coalesce(NEW.course_id, OLD.course_id);
BEGIN
  UPDATE course_progress p SET progress_percentage = least(100, round(100.0 * (SELECT count(DISTINCT score) + count(*) FILTER (WHERE score IS NULL) FROM lesson_progress l
    WHERE l.user_id = u AND l.course_id = c AND l.completed) / k.lesson_count)) FROM courses k WHERE k.id = c AND p.course_id = c AND p.user_id = u;
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER INSERT OR DELETE OR UPDATE  ON lesson_progress FOR EACH ROW EXECUTE FUNCTION keep();
