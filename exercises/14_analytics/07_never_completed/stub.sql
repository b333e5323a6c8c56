-- course_id, user_id, opened
SELECT course_id, user_id  -- TODO
FROM lesson_progress
GROUP BY course_id, user_id
