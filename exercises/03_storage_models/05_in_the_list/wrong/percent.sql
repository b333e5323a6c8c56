-- The last column is the percentage. How many pieces has the list?
-- says: missing rows
-- says: extra rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE completed_lessons ? 'joins'
