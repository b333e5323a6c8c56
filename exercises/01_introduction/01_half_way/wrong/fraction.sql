-- The column holds 50 for a half and not 0.5: everybody who has begun to complete something is in your answer.
-- says: extra rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE progress_percentage >= 0.5
