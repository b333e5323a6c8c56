-- Three repairs. 3600.0 makes it a division of decimals. LEFT JOIN keeps who has no row, and coalesce says that their sum is 0. The group
-- is the person, not the name.
SELECT u.id AS user_id, round(coalesce(sum(lp.time_spent_seconds), 0) / 3600.0, 2) AS hours
FROM users AS u
LEFT JOIN lesson_progress AS lp ON lp.user_id = u.id
GROUP BY u.id;
