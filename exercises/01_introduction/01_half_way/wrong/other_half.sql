-- These are the others, who are below half way.
-- says: missing rows
-- says: extra rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE progress_percentage < 50
