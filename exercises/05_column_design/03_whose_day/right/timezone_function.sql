-- timezone(zone, instant) is the function behind AT TIME ZONE.
SELECT u.id, date(timezone(u.time_zone, lp.completed_at)), count(*)
FROM users AS u JOIN lesson_progress AS lp ON lp.user_id = u.id AND lp.completed_at IS NOT NULL
GROUP BY 1, 2
