-- First the seconds of each user, then what the page shows of them.
WITH spent AS (
  SELECT u.id, count(lp.id) AS lessons, sum(lp.time_spent_seconds) AS seconds
  FROM users AS u JOIN lesson_progress AS lp ON lp.user_id = u.id
  GROUP BY u.id
)
SELECT id AS user_id, lessons, (seconds / 3600.0)::numeric(12, 2) AS hours FROM spent ORDER BY seconds DESC, id
