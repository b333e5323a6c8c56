-- Whoever completes a lesson in the document also gets a row.  Made before the first batch, lest a completion falls between.
CREATE FUNCTION write_lesson_rows() RETURNS TRIGGER AS $$
BEGIN
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
  SELECT NEW.user_id, NEW.course_id, lesson, true, now()
  FROM jsonb_array_elements_text(NEW.completed_lessons) AS lesson
  ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
  SET completed = true, completed_at = COALESCE(lesson_progress.completed_at, now())
  WHERE NOT lesson_progress.completed;
  RETURN NULL;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER write_lesson_rows AFTER INSERT OR UPDATE OF completed_lessons ON course_progress
FOR EACH ROW EXECUTE FUNCTION write_lesson_rows()
