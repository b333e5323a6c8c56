-- A lesson that nobody opened has no row. Count over courses.lesson_count, not over the rows that there are.
-- says: missing rows
-- says: extra rows
UPDATE course_progress AS cp
SET completed_lessons = s.lessons, progress_percentage = coalesce(round(100.0 * jsonb_array_length(s.lessons) / nullif(s.begun, 0)), 0)
FROM (
  SELECT p.id, count(lp.id) AS begun, coalesce(jsonb_agg(lp.lesson_id ORDER BY lp.lesson_id) FILTER (WHERE lp.completed), '[]') AS lessons
  FROM course_progress AS p
  LEFT JOIN lesson_progress AS lp ON lp.user_id = p.user_id AND lp.course_id = p.course_id
  GROUP BY p.id
) AS s
WHERE s.id = cp.id
