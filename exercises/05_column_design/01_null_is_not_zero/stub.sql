-- course_id, tried, nothing_right, average
SELECT course_id  -- TODO
FROM lesson_progress
GROUP BY course_id
