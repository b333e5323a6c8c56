-- The order of user_id decides between equals only; the time comes first.
-- says: order differs
SELECT user_id, count(*), round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM lesson_progress GROUP BY user_id
ORDER BY user_id
