-- completed_at says what is completed, and it alone: a row whose flag was forgotten is lost by yours.
-- says: missing rows
SELECT p.user_id, p.course_id, p.lesson_id,
       (p.completed_at AT TIME ZONE u.time_zone)::date - (p.first_started_at AT TIME ZONE u.time_zone)::date AS days
FROM lesson_progress AS p JOIN users AS u ON u.id = p.user_id
WHERE p.completed AND p.completed_at IS NOT NULL
