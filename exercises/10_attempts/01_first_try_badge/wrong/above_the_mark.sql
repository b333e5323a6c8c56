-- At least the passing score: who reaches it exactly has passed.
-- says: missing rows
SELECT lp.user_id, lp.course_id, lp.lesson_id FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
WHERE lp.completed AND lp.attempts = 1 AND lp.score > c.passing_score
