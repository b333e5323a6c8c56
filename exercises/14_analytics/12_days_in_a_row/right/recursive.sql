-- The run grows day by day: from each day on, as long as the next one is there too.
WITH RECURSIVE days AS (
  SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), run AS (
  SELECT user_id, day, 1 AS length FROM days AS d
  WHERE NOT EXISTS (SELECT FROM days AS b WHERE b.user_id = d.user_id AND b.day = d.day - 1)
  UNION ALL
  SELECT d.user_id, d.day, run.length + 1 FROM run JOIN days AS d ON d.user_id = run.user_id AND d.day = run.day + 1
)
SELECT user_id, max(length) FROM run GROUP BY user_id
