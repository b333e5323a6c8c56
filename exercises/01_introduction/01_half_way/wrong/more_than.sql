-- Somebody with exactly 50 is half way, and not in your answer: > leaves out the 50 itself.
-- says: missing rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE progress_percentage > 50
