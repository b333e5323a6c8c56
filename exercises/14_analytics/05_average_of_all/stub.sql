-- course_id, scores, average; and a last row for all courses together
SELECT course_id  -- TODO
FROM lesson_progress
GROUP BY course_id
