SELECT name, SUM(time_spent_seconds) / 3600 AS hours
FROM users
JOIN lesson_progress ON user_id = users.id
GROUP BY name
