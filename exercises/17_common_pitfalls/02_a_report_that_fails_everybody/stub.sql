SELECT c.title, count(*) AS scores, round(avg(coalesce(lp.score, 0)), 1) AS average,
       count(*) FILTER (WHERE coalesce(lp.score, 0) < c.passing_score) AS failed
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.title
