-- A lesson without a score counts as 0 in your average. It has none.
-- says: missing rows
SELECT lp.user_id, lp.course_id, round(avg(coalesce(lp.score, 0)), 1) AS average
FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
GROUP BY lp.user_id, lp.course_id, c.lesson_count, c.passing_score
HAVING count(*) FILTER (WHERE lp.completed) >= c.lesson_count AND avg(coalesce(lp.score, 0)) >= c.passing_score
