-- Those are minutes. An hour has 3600 seconds.
-- says: missing rows
SELECT u.id, round(coalesce(sum(time_spent_seconds), 0) / 60.0, 2) AS hours
FROM users AS u LEFT JOIN lesson_progress ON user_id = u.id GROUP BY u.id
