-- A subquery for each column. An ARRAY of nothing is {}, not NULL.
UPDATE course_progress AS cp
SET completed_lessons = to_jsonb(ARRAY(
      SELECT lesson_id FROM lesson_progress AS lp
      WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed ORDER BY lesson_id)),
    progress_percentage = least(100, round(100.0 * (
      SELECT count(*) FROM lesson_progress AS lp
      WHERE lp.user_id = cp.user_id AND lp.course_id = cp.course_id AND lp.completed
    ) / (SELECT lesson_count FROM courses WHERE id = cp.course_id)));
