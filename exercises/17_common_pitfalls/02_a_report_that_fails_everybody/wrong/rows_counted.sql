-- count(*) counts rows, with a score or without; in a course without rows it even counts the empty row of the LEFT JOIN.
-- says: missing rows
SELECT c.title, count(*), round(avg(lp.score), 1),
       count(*) FILTER (WHERE lp.score < c.passing_score)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
