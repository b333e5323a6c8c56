-- 60 seconds are a minute. An hour has 3,600.
-- says: missing rows
SELECT user_id, count(*), round(sum(time_spent_seconds) / 60.0, 2) AS hours
FROM lesson_progress GROUP BY user_id
ORDER BY sum(time_spent_seconds) DESC, user_id
