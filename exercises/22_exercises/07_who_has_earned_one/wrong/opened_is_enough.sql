-- You count the lessons that were opened. The brief asks for those that are completed.
-- says: extra rows
SELECT lp.user_id, lp.course_id, round(avg(lp.score), 1) AS average
FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
GROUP BY lp.user_id, lp.course_id, c.lesson_count, c.passing_score
HAVING count(*) >= c.lesson_count AND coalesce(avg(lp.score), c.passing_score) >= c.passing_score
