-- A lesson that was tried and not completed has a score too, and it belongs to the average.
-- says: extra rows
SELECT lp.user_id, lp.course_id, round(avg(lp.score), 1) AS average
FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
WHERE lp.completed
GROUP BY lp.user_id, lp.course_id, c.lesson_count, c.passing_score
HAVING count(*) >= c.lesson_count AND coalesce(avg(lp.score), c.passing_score) >= c.passing_score
