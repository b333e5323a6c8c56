-- Completed, one try, and passed by the course's own mark. NULL as a score is not at least anything, so a lesson without
-- a quiz earns nothing.
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
JOIN courses AS c ON c.id = lp.course_id
WHERE lp.completed AND lp.attempts = 1 AND lp.score >= c.passing_score;
