-- Which names there are, and then how many documents contain each: the question mark asks whether an array has a text.
SELECT c.title, n.lesson, (
  SELECT count(DISTINCT user_id) FROM course_progress AS cp WHERE cp.course_id = c.id AND cp.completed_lessons ? n.lesson
)
FROM courses AS c CROSS JOIN LATERAL (
  SELECT DISTINCT jsonb_array_elements_text(completed_lessons) AS lesson FROM course_progress WHERE course_id = c.id
) AS n
