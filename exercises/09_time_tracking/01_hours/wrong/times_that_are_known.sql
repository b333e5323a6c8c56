-- A WHERE about the right table of a LEFT JOIN takes people away again: here who has only lessons without a time.
-- says: missing rows
SELECT u.id AS user_id, round(COALESCE(SUM(lp.time_spent_seconds), 0) / 3600.0, 2) AS hours
FROM users AS u LEFT JOIN lesson_progress AS lp ON lp.user_id = u.id
WHERE lp.id IS NULL OR lp.time_spent_seconds IS NOT NULL
GROUP BY u.id
