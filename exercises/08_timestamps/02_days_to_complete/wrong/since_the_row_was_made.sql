-- created_at is when the row was made, which may be long before anybody opens the lesson: it was begun at first_started_at.
-- says: missing rows
-- says: extra rows
SELECT p.user_id, p.course_id, p.lesson_id,
       (p.completed_at AT TIME ZONE u.time_zone)::date - (p.created_at AT TIME ZONE u.time_zone)::date AS days
FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id WHERE p.completed_at IS NOT NULL
