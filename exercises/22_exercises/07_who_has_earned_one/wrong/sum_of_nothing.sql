-- A sum of 0 is not "no score": who has 0 everywhere has scores, and has not reached the mark. Count them.
-- says: extra rows
SELECT lp.user_id, lp.course_id, round(avg(lp.score), 1) AS average
FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
GROUP BY lp.user_id, lp.course_id, c.lesson_count, c.passing_score
HAVING count(*) FILTER (WHERE lp.completed) >= c.lesson_count
  AND (avg(lp.score) >= c.passing_score OR coalesce(sum(lp.score), 0) = 0)
