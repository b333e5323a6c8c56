-- course_id, lesson_id, user_id, score, place
SELECT course_id, lesson_id, user_id, score  -- TODO
FROM lesson_progress
