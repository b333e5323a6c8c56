-- The average of ones and zeros is a rate; avg of no rows is NULL by itself.
SELECT c.title, round(100 * avg(lp.completed::int), 1) AS rate
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
