-- A document whose list is right keeps its percentage, right or wrong. Neither can be trusted: both are to be
-- written.
-- says: missing rows
-- says: extra rows
UPDATE course_progress AS cp
SET completed_lessons = s.lessons,
    progress_percentage = least(100, round(100.0 * jsonb_array_length(s.lessons) / s.lesson_count))
FROM (
  SELECT p.id, c.lesson_count,
         coalesce(jsonb_agg(lp.lesson_id ORDER BY lp.lesson_id) FILTER (WHERE lp.completed), '[]') AS lessons
  FROM course_progress AS p
  JOIN courses AS c ON c.id = p.course_id
  LEFT JOIN lesson_progress AS lp ON lp.user_id = p.user_id AND lp.course_id = p.course_id
  GROUP BY p.id, c.lesson_count
) AS s
WHERE s.id = cp.id AND cp.completed_lessons <> s.lessons;
