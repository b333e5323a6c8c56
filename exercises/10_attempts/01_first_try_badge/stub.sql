-- user_id, course_id and lesson_id of each badge
SELECT user_id, course_id, lesson_id  -- TODO
FROM lesson_progress
