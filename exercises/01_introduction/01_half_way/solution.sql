-- One table, three columns, one condition. 50 is half way, so the sign is >= and not >.
SELECT user_id, course_id, progress_percentage
FROM course_progress
WHERE progress_percentage >= 50
