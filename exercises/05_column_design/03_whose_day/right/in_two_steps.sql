-- One step a column: the wall's time, its day, the count.
WITH local AS (
  SELECT user_id, completed_at AT TIME ZONE (SELECT time_zone FROM users WHERE id = user_id) AS wall
  FROM lesson_progress WHERE completed
)
SELECT user_id, CAST(date_trunc('day', wall) AS date) AS day, count(wall) FROM local GROUP BY user_id, date_trunc('day', wall)
