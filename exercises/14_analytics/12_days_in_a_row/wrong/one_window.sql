-- The days of all learners are numbered together. PARTITION BY gives each a row of numbers of their own.
-- says: missing rows
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), runs AS (SELECT user_id, day - row_number() OVER (ORDER BY day, user_id)::int AS run FROM days),
lengths AS (SELECT user_id, count(*) AS days FROM runs GROUP BY user_id, run)
SELECT user_id, max(days) FROM lengths GROUP BY user_id
