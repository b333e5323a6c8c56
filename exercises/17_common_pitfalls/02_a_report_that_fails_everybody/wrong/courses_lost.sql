-- WHERE is asked after the join: it throws out the courses that have no score, and they are wanted.
-- says: missing rows
SELECT c.title, count(lp.score), round(avg(lp.score), 1),
       count(*) FILTER (WHERE lp.score < c.passing_score)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id WHERE lp.score IS NOT NULL
GROUP BY c.id
