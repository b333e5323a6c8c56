SELECT user_id, course_id, lesson_id
FROM lesson_progress
-- TODO
