-- A percentage ends at 100, so a span says the same.
SELECT user_id, course_id, progress_percentage FROM course_progress
WHERE progress_percentage BETWEEN 50 AND 100
ORDER BY progress_percentage DESC
