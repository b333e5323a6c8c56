-- course_id, lesson_id, opened, completed
SELECT course_id, lesson_id  -- TODO
FROM lesson_progress
GROUP BY course_id, lesson_id
