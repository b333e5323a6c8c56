-- says: columns differ
SELECT user_id, progress_percentage FROM course_progress WHERE progress_percentage >= 50
