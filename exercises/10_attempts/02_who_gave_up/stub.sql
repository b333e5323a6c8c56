-- course_id, lesson_id, who_completed, everybody, percent_lost
SELECT course_id, lesson_id, avg(attempts)  -- TODO
FROM lesson_progress
WHERE completed
GROUP BY course_id, lesson_id
