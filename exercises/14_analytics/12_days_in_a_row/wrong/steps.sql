-- These are the steps from one day to the next. A run of three days has two steps, and a day alone has none.
-- says: missing rows
-- says: extra rows
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), runs AS (SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM days),
lengths AS (SELECT user_id, count(*) - 1 AS days FROM runs GROUP BY user_id, run)
SELECT user_id, max(days) FROM lengths GROUP BY user_id
