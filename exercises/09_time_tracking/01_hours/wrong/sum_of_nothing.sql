-- The sum of no rows is NULL, not 0.
-- says: NULL where 0 is wanted
SELECT u.id, round(sum(time_spent_seconds) / 3600.0, 2) AS hours
FROM users AS u LEFT JOIN lesson_progress ON user_id = u.id GROUP BY u.id
