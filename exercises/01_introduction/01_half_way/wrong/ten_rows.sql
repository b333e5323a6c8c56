-- LIMIT ends the answer after some rows. All documents that are half way were asked for.
-- says: missing rows
SELECT user_id, course_id, progress_percentage
FROM course_progress
WHERE progress_percentage >= 50 LIMIT 10
