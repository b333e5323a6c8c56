-- The sum of no rows is NULL, and nobody who failed is 0.
-- says: NULL where 0 is wanted
SELECT c.title, count(lp.score) AS scores, round(avg(lp.score), 1) AS average, sum((lp.score < c.passing_score)::int) AS failed
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
