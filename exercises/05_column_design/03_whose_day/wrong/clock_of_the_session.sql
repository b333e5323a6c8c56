-- Cast to a date or to TIMESTAMP, an instant is what the session's clock shows, and that is UTC in a session of UTC alone.
-- says: missing rows
-- says: extra rows
SELECT user_id, (completed_at::timestamp AT TIME ZONE 'UTC' AT TIME ZONE u.time_zone)::date AS day, count(*)
FROM lesson_progress p JOIN users u ON u.id=user_id
WHERE completed_at IS NOT NULL
GROUP BY 1,2
