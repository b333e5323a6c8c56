-- An instant with a shift added is another instant, and its date is taken on the session's clock.
-- says: missing rows
-- says: extra rows
SELECT user_id, (completed_at + (completed_at AT TIME ZONE u.time_zone - completed_at AT TIME ZONE 'UTC'))::date AS day, count(*)
FROM lesson_progress p JOIN users u ON u.id=user_id
WHERE completed_at IS NOT NULL
GROUP BY 1,2
