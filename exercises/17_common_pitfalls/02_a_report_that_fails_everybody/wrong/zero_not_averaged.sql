-- A score of 0 is a score: who got nothing right has tried, and belongs to the average.
-- says: missing rows
SELECT c.title, count(lp.score) AS scores, round(avg(nullif(lp.score, 0)), 1) AS average, count(*) FILTER (WHERE lp.score < c.passing_score) AS failed
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
