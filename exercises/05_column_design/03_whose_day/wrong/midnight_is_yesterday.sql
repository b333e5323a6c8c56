-- Midnight is the first moment of a day, and not the last of the one before.
-- says: rows
SELECT lp.user_id, ((lp.completed_at AT TIME ZONE u.time_zone) - INTERVAL '1 microsecond')::date AS day, count(*) AS lessons
FROM lesson_progress AS lp JOIN users AS u ON u.id = lp.user_id
WHERE lp.completed_at IS NOT NULL
GROUP BY 1, 2
