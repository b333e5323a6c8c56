-- LIMIT cuts the answer off. All of them are asked for.
-- says: missing rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE progress_percentage >= 50 ORDER BY progress_percentage DESC LIMIT 10
