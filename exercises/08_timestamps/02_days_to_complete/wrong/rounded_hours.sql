-- Stretches of 24 hours, rounded, are not days on a calendar.
-- says: missing rows
-- says: extra rows
SELECT p.user_id, course_id, lesson_id, round(extract(epoch FROM completed_at - first_started_at)/86400)::int
FROM lesson_progress p JOIN users u ON u.id=p.user_id
WHERE completed_at IS NOT NULL
