-- A lesson that was completed in the moment in which it was begun took 0 days, and belongs into the list.
-- says: missing rows
SELECT p.user_id, course_id, lesson_id, (completed_at AT TIME ZONE u.time_zone)::date - (first_started_at AT TIME ZONE u.time_zone)::date AS days
FROM lesson_progress p JOIN users u ON u.id=p.user_id
WHERE completed_at > first_started_at
