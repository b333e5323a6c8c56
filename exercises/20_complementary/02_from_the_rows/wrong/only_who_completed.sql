-- Who has completed nothing is not in the list, so that document keeps what it said, right or wrong.
-- says: missing rows
-- says: extra rows
UPDATE course_progress AS cp
SET completed_lessons = s.lessons, progress_percentage = least(100, round(100.0 * s.n / c.lesson_count))
FROM courses AS c, (
  SELECT user_id, course_id, jsonb_agg(lesson_id ORDER BY lesson_id) AS lessons, count(*) AS n
  FROM lesson_progress WHERE completed GROUP BY user_id, course_id
) AS s
WHERE c.id = cp.course_id AND s.user_id = cp.user_id AND s.course_id = cp.course_id
