-- trunc cuts the rest off. 2,400 seconds are 0.67 hours when rounded.
-- says: missing rows
-- says: extra rows
-- says: off by rounding
SELECT u.id, trunc(coalesce(sum(time_spent_seconds),0)/3600.0,2)
FROM users u LEFT JOIN lesson_progress p ON p.user_id=u.id
GROUP BY u.id
