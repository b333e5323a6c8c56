-- date_trunc with a zone gives an instant, midnight there. The cast to a date then looks at it on the server's clock.
-- says: missing rows
-- says: extra rows
SELECT user_id, date_trunc('day', completed_at, u.time_zone)::date AS day, count(*)
FROM lesson_progress p JOIN users u ON u.id=user_id
WHERE completed_at IS NOT NULL
GROUP BY 1,2
