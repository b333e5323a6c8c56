-- = 50 keeps those who are exactly half way, and nobody who is further.
-- says: missing rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE progress_percentage = 50
