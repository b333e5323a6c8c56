-- There is no condition on the percentage that leaves out who is below 50: WHERE says which rows you want.
-- says: extra rows
SELECT user_id, course_id, progress_percentage FROM course_progress
