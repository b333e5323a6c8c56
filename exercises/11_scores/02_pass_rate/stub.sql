-- course_id, lesson_id, passed, scored, rate
SELECT course_id, lesson_id  -- TODO
FROM lesson_progress
GROUP BY course_id, lesson_id
