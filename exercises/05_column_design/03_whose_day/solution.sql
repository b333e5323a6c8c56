-- First the clock on the learner's wall, then its date. The other order would take the server's date.
SELECT lp.user_id, (lp.completed_at AT TIME ZONE u.time_zone)::date AS day, count(*)
FROM lesson_progress AS lp
JOIN users AS u ON u.id = lp.user_id
WHERE lp.completed_at IS NOT NULL
GROUP BY lp.user_id, day;
