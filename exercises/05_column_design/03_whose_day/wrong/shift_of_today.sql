-- The offset of a zone in summer is not that of winter. AT TIME ZONE asks for the one of that day, and a difference taken from now() does not.
-- says: missing rows
-- says: extra rows
SELECT user_id, (completed_at AT TIME ZONE 'UTC' + (now() AT TIME ZONE u.time_zone - now() AT TIME ZONE 'UTC'))::date AS day, count(*)
FROM lesson_progress p JOIN users u ON u.id=user_id
WHERE completed_at IS NOT NULL
GROUP BY 1,2
