-- DISTINCT counts two lessons that took equally long once.
-- says: missing rows
-- says: extra rows
SELECT u.id, round(coalesce(sum(DISTINCT time_spent_seconds),0)/3600.0,2)
FROM users u LEFT JOIN lesson_progress p ON p.user_id=u.id
GROUP BY u.id
