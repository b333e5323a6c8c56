-- Each learner's days, once, numbered in order. Within a run both grow by one, so the day minus its number stays the same, and each gap makes another
-- one: that is the name of the run.
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), runs AS (
  SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM days
), lengths AS (
  SELECT user_id, count(*) AS days FROM runs GROUP BY user_id, run
)
SELECT user_id, max(days) AS days FROM lengths GROUP BY user_id
