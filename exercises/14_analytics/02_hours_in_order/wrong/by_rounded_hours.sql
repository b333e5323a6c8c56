-- 3,599 and 3,600 seconds are both 1.00 hours, and yet not equal: sort by the time itself.
-- says: order differs
SELECT user_id, count(*), round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM lesson_progress GROUP BY user_id
ORDER BY hours DESC, user_id
