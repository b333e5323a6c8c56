-- extract(day …) takes one part of the interval and leaves its hours out.
-- says: missing rows
SELECT user_id, extract(day FROM max(pause))
FROM (SELECT user_id, first_started_at - lag(first_started_at) OVER (PARTITION BY user_id ORDER BY first_started_at) AS pause
      FROM lesson_progress) AS paused
GROUP BY user_id HAVING max(pause) IS NOT NULL
