-- You count the lessons that were opened. Not each of them has a score.
-- says: missing rows
SELECT c.title, count(lp.id), round(avg(lp.score), 1),
       count(*) FILTER (WHERE lp.score < c.passing_score)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
