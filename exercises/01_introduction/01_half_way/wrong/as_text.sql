-- As text, 100 comes before 50, for 1 comes before 5. Compare numbers with a number, without quotes and casts.
-- says: missing rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE progress_percentage::text >= '50'
