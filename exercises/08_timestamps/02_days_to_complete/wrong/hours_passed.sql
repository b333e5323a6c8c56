-- You count stretches of 24 hours. An hour over midnight is the next day on the calendar.
-- says: missing rows
SELECT user_id, course_id, lesson_id, extract(day FROM completed_at - first_started_at)::integer AS days
FROM lesson_progress WHERE completed_at IS NOT NULL
