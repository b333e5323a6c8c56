-- Two courses may have a lesson of one name, and both count. DISTINCT lesson_id makes one of them.
-- says: missing rows
-- says: extra rows
SELECT user_id, (completed_at AT TIME ZONE u.time_zone)::date AS day, count(DISTINCT lesson_id)
FROM lesson_progress p JOIN users u ON u.id=user_id
WHERE completed_at IS NOT NULL
GROUP BY 1,2
