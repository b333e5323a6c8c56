-- Who has completed nothing has no run, and no row.
-- says: extra rows
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), runs AS (SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM days),
lengths AS (SELECT user_id, count(*) AS days FROM runs GROUP BY user_id, run)
SELECT u.id, coalesce(max(l.days), 0) FROM users AS u LEFT JOIN lengths AS l ON l.user_id = u.id GROUP BY u.id
