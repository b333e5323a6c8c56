-- LEFT JOIN keeps who has completed nothing, and gives a day of NULL for what is still open. Both are left out.
-- says: extra rows
SELECT u.id, (lp.completed_at AT TIME ZONE u.time_zone)::date AS day, count(lp.completed_at)
FROM users AS u LEFT JOIN lesson_progress AS lp ON lp.user_id = u.id
GROUP BY u.id, day
