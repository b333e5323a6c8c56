-- Scores are counted, and not learners: who failed in two lessons has two of them.
-- says: missing rows
SELECT c.title, count(lp.score) AS scores, round(avg(lp.score), 1) AS average, count(DISTINCT lp.user_id) FILTER (WHERE lp.score < c.passing_score) AS failed
FROM courses AS c
LEFT JOIN lesson_progress AS lp ON lp.course_id = c.id
GROUP BY c.id
