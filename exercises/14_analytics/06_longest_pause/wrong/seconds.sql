-- These are hours. A day has 86,400 seconds.
-- says: missing rows
SELECT user_id, round(max(extract(epoch FROM pause)) / 3600, 2)
FROM (SELECT user_id, first_started_at - lag(first_started_at) OVER (PARTITION BY user_id ORDER BY first_started_at) AS pause
      FROM lesson_progress) AS paused
GROUP BY user_id HAVING max(pause) IS NOT NULL
