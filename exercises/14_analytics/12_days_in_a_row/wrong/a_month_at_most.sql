-- Your recursion stops at a run of 31 days. A run goes on for as long as the next day is there.
-- says: rows
WITH RECURSIVE days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), run AS (
  SELECT user_id, day, 1 AS length FROM days
  UNION ALL
  SELECT d.user_id, d.day, run.length + 1
  FROM run JOIN days AS d ON d.user_id = run.user_id AND d.day = run.day + 1
  WHERE run.length < 31
)
SELECT user_id, max(length) AS days FROM run GROUP BY user_id
