-- ORDER BY begins with the least unless DESC is said.
-- says: order differs
SELECT user_id, count(*), round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM lesson_progress GROUP BY user_id
ORDER BY sum(time_spent_seconds), user_id
