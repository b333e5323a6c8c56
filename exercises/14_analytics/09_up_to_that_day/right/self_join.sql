-- Without a window: each day is joined with the days of its course that are not later.
WITH days AS (
  SELECT course_id, (completed_at AT TIME ZONE 'UTC')::date AS day, count(*) AS completed
  FROM lesson_progress WHERE completed GROUP BY 1, 2
)
SELECT a.course_id, a.day, a.completed, sum(b.completed)
FROM days AS a JOIN days AS b ON b.course_id = a.course_id AND b.day <= a.day
GROUP BY a.course_id, a.day, a.completed
