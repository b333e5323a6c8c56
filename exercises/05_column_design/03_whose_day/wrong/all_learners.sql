-- Grouped by the day alone, the learners of a day are counted together. Each learner has a line of their own.
-- says: missing rows
-- says: extra rows
SELECT max(user_id::text)::uuid, (completed_at AT TIME ZONE u.time_zone)::date AS day, count(*)
FROM lesson_progress p JOIN users u ON u.id=user_id
WHERE completed_at IS NOT NULL
GROUP BY 2
