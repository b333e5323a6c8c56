-- A lesson of one name in two courses is two lessons: what is counted are rows, not names.
-- says: missing rows
SELECT user_id, round(extract(epoch FROM max(pause)) / 86400, 2) AS longest_days
FROM (
  SELECT user_id, lesson_id, first_started_at - lag(first_started_at) OVER (PARTITION BY user_id ORDER BY first_started_at) AS pause
  FROM lesson_progress
) AS p
GROUP BY user_id
HAVING count(DISTINCT lesson_id) >= 2;
