-- Who has 100 is half way or further, too.
-- says: missing rows
SELECT user_id, course_id, progress_percentage
FROM course_progress
WHERE progress_percentage >= 50 AND progress_percentage < 100
