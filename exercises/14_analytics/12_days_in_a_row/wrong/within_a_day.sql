-- 24 hours from one lesson to the next is another thing than the next day: from Monday morning to Tuesday evening it is more, from late Monday to early Wednesday it may be hardly more.
-- says: missing rows
WITH begins AS (
  SELECT user_id, completed_at, (completed_at AT TIME ZONE 'UTC')::date AS day,
         CASE WHEN completed_at - lag(completed_at) OVER (PARTITION BY user_id ORDER BY completed_at) <= INTERVAL '24 hours' THEN 0 ELSE 1 END AS new
  FROM lesson_progress WHERE completed
), runs AS (SELECT user_id, day, sum(new) OVER (PARTITION BY user_id ORDER BY completed_at) AS run FROM begins),
lengths AS (SELECT user_id, count(DISTINCT day) AS days FROM runs GROUP BY user_id, run)
SELECT user_id, max(days) FROM lengths GROUP BY user_id
