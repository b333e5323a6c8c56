-- 200 of 201 are 99.5 per cent, and rounded that is 100, though a lesson is missing. Yours stays at 99.
-- says: missing rows
-- says: extra rows
UPDATE course_progress AS cp
SET completed_lessons = s.lessons,
    progress_percentage = CASE WHEN jsonb_array_length(s.lessons) >= s.lesson_count THEN 100
                          ELSE least(99, round(100.0 * jsonb_array_length(s.lessons) / s.lesson_count)) END
FROM (
  SELECT p.id, c.lesson_count, coalesce(jsonb_agg(lp.lesson_id ORDER BY lp.lesson_id) FILTER (WHERE lp.completed), '[]') AS lessons
  FROM course_progress AS p
  JOIN courses AS c ON c.id = p.course_id
  LEFT JOIN lesson_progress AS lp ON lp.user_id = p.user_id AND lp.course_id = p.course_id
  GROUP BY p.id, c.lesson_count
) AS s
WHERE s.id = cp.id
