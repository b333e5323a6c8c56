-- These are days on which a lesson was opened. Completed ones count.
-- says: missing rows
WITH days AS (
  SELECT DISTINCT user_id, (first_started_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress
), runs AS (SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM days),
lengths AS (SELECT user_id, count(*) AS days FROM runs GROUP BY user_id, run)
SELECT user_id, max(days) FROM lengths GROUP BY user_id
