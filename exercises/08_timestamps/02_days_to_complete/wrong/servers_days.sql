-- The dates are those of the server's calendar. For someone in Tokyo or New York the day changes at another moment.
-- says: missing rows
SELECT user_id, course_id, lesson_id, completed_at::date - first_started_at::date AS days
FROM lesson_progress WHERE completed_at IS NOT NULL
