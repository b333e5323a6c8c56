-- HAVING leaves out the days with one completion. Only days without any are left out.
-- says: missing rows
SELECT user_id, (completed_at AT TIME ZONE u.time_zone)::date AS day, count(*)
FROM lesson_progress p JOIN users u ON u.id=user_id
WHERE completed
GROUP BY 1,2
HAVING count(*) > 1
