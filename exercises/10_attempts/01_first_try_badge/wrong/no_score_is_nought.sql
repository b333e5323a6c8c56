-- No score is not 0: NULL passes nothing, also where the mark is 0.
-- says: extra rows
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
WHERE lp.completed AND lp.attempts = 1 AND COALESCE(lp.score, 0) >= c.passing_score
