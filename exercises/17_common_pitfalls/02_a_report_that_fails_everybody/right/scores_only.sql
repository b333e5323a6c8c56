-- What is no score does not even come into the join.
SELECT c.title, count(lp.id) AS scores, round(avg(lp.score), 1) AS average,
       count(CASE WHEN lp.score < c.passing_score THEN 1 END) AS failed
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id AND lp.score IS NOT NULL
GROUP BY c.id
