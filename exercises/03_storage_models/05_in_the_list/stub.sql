-- user_id, course_id, completed
SELECT user_id, course_id  -- TODO
FROM course_progress
