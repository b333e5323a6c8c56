-- A run goes on over New Year: the day of the year begins at 1 again, a date does not.
-- says: rows
WITH days AS (
  SELECT DISTINCT user_id, extract(doy FROM completed_at AT TIME ZONE 'UTC')::int AS doy,
         (completed_at AT TIME ZONE 'UTC')::date AS day
  FROM lesson_progress WHERE completed AND completed_at IS NOT NULL
), runs AS (
  SELECT user_id, extract(year FROM day) AS year, doy - row_number() OVER (PARTITION BY user_id, extract(year FROM day) ORDER BY day) AS run
  FROM days
)
SELECT user_id, max(n) AS days
FROM (SELECT user_id, count(*) AS n FROM runs GROUP BY user_id, year, run) AS r
GROUP BY user_id;
