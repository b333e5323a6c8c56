-- That is the run in which the learner was last, and another one may have been longer.
-- says: missing rows
-- says: extra rows
WITH days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), runs AS (SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS run FROM days)
SELECT DISTINCT ON (user_id) user_id, count(*) FROM runs GROUP BY user_id, run ORDER BY user_id, run DESC
