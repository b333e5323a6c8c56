-- says: could not run
UPDATE course_progress AS cp
SET completed_lessons = (
  SELECT jsonb_agg(lesson_id ORDER BY lesson_id) FROM lesson_progress AS lp
  WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed)
