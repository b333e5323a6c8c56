-- The days first, under a name of their own, and the sum over them.
WITH days AS (
  SELECT course_id, date_trunc('day', completed_at AT TIME ZONE 'UTC')::date AS day, count(*) AS completed
  FROM lesson_progress WHERE completed_at IS NOT NULL GROUP BY 1, 2
)
SELECT course_id, day, completed,
       sum(completed) OVER (PARTITION BY course_id ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
FROM days
