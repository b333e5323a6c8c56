-- Two people may have one name, and are one line here. Group by the id.
-- says: missing rows
SELECT min(u.id::text)::uuid, round(coalesce(sum(time_spent_seconds),0)/3600.0,2)
FROM users u LEFT JOIN lesson_progress p ON p.user_id=u.id
GROUP BY u.name
