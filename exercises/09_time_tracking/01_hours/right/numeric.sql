-- The cast on one side of the division is enough; coalesce outside does as well.
SELECT users.id, COALESCE(ROUND(SUM(time_spent_seconds)::NUMERIC / 3600, 2), 0) AS hours
FROM lesson_progress RIGHT JOIN users ON user_id = users.id
GROUP BY users.id
