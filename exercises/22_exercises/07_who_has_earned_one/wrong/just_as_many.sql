-- A lesson may have been taken out of the course since it was completed: at least as many is >=.
-- says: missing rows
SELECT lp.user_id, lp.course_id, round(avg(lp.score), 1) AS average
FROM lesson_progress AS lp
JOIN courses AS c ON c.id = lp.course_id
GROUP BY lp.user_id, lp.course_id, c.lesson_count, c.passing_score
HAVING count(*) FILTER (WHERE lp.completed) = c.lesson_count
   AND coalesce(avg(lp.score), c.passing_score) >= c.passing_score;
