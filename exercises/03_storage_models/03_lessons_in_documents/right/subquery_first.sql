-- First one row for each learner, course and lesson, then the count.
WITH done AS (
  SELECT DISTINCT user_id, course_id, jsonb_array_elements_text(completed_lessons) AS lesson FROM course_progress
)
SELECT c.title, d.lesson, count(*) FROM done AS d JOIN courses AS c ON c.id = d.course_id GROUP BY c.id, d.lesson
