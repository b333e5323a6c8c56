-- real keeps some seven digits: of many seconds the last are lost before you divide. numeric keeps all.
-- says: missing rows
-- says: extra rows
SELECT u.id AS user_id, round((coalesce(sum(lp.time_spent_seconds), 0)::real / 3600)::numeric, 2) AS hours
FROM users AS u LEFT JOIN lesson_progress AS lp ON lp.user_id = u.id
GROUP BY u.id
