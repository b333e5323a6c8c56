-- Who has not tried is still among those who failed.
-- says: missing rows
SELECT c.title, count(lp.score), round(avg(lp.score), 1),
       count(*) FILTER (WHERE coalesce(lp.score, 0) < c.passing_score)
FROM courses AS c LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
