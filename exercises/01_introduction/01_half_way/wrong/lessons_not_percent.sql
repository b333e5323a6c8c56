-- That is the number of lessons in the list. The percentage stands in a column of its own.
-- says: missing rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE jsonb_array_length(completed_lessons) >= 50
