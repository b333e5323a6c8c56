-- Each row is rounded by itself, and what is lost or won adds up. Add the seconds first, and round once.
-- says: missing rows
SELECT u.id, coalesce(sum(round(time_spent_seconds / 3600.0, 2)), 0) AS hours
FROM users AS u LEFT JOIN lesson_progress ON user_id = u.id GROUP BY u.id
