-- That counts all days that follow another, in all runs together. The longest run alone is wanted.
-- says: missing rows
-- says: extra rows
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), pairs AS (SELECT user_id, day - lag(day) OVER (PARTITION BY user_id ORDER BY day) AS step FROM days)
SELECT user_id, count(*) FILTER (WHERE step = 1) + 1 FROM pairs GROUP BY user_id
