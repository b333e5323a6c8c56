-- A day has one row for a learner, whichever courses the lessons belong to: group by the learner and the day alone.
-- says: missing rows
-- says: extra rows
SELECT lp.user_id, (lp.completed_at AT TIME ZONE u.time_zone)::date AS day, count(*)
FROM lesson_progress AS lp JOIN users AS u ON u.id = lp.user_id
WHERE lp.completed_at IS NOT NULL
GROUP BY lp.user_id, lp.course_id, day
