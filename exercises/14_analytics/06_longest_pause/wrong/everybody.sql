-- Who has begun one lesson only is in your answer, without a pause.
-- says: extra rows
SELECT user_id, round(max(extract(epoch FROM pause)) / 86400, 2)
FROM (SELECT user_id, first_started_at - lag(first_started_at) OVER (PARTITION BY user_id ORDER BY first_started_at) AS pause
      FROM lesson_progress) AS paused
GROUP BY user_id
