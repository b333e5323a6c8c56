-- A sum of ones and zeros is a count.
SELECT course_id, lesson_id, count(DISTINCT user_id), sum(CASE WHEN completed THEN 1 ELSE 0 END)
FROM lesson_progress
GROUP BY 1, 2
