-- user_id, course_id, progress_percentage
SELECT user_id  -- TODO
FROM course_progress
