-- The counting is a function of its own, the trigger only calls it.
CREATE FUNCTION percentage_of(u UUID, c UUID) RETURNS INTEGER LANGUAGE sql STABLE AS $$
  SELECT least(100, round(count(*) FILTER (WHERE completed) * 100.0 / (SELECT lesson_count FROM courses WHERE id = c)))::int
  FROM lesson_progress WHERE user_id = u AND course_id = c
$$;
CREATE FUNCTION refresh() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched lesson_progress := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF EXISTS (SELECT FROM courses WHERE id = touched.course_id) THEN
    UPDATE course_progress SET progress_percentage = percentage_of(user_id, course_id)
    WHERE user_id = touched.user_id AND course_id = touched.course_id;
  END IF;
  RETURN touched;
END $$;
CREATE TRIGGER on_write AFTER INSERT OR UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION refresh();
CREATE TRIGGER on_delete AFTER DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION refresh();
