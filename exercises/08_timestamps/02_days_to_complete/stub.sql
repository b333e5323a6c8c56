-- user_id, course_id, lesson_id and days
SELECT user_id, course_id, lesson_id  -- TODO
FROM lesson_progress
