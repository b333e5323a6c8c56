-- Users without a row are in your answer: a LEFT JOIN from users brings them.
-- says: extra rows
SELECT users.id, count(lesson_progress.id), round(coalesce(sum(time_spent_seconds), 0) / 3600.0, 2) AS hours
FROM users LEFT JOIN lesson_progress ON user_id = users.id GROUP BY users.id
ORDER BY coalesce(sum(time_spent_seconds), 0) DESC, users.id
