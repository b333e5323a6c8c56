-- Who has no score may have tried before: attempts says how often, and one more is that and 1.
-- says: missing rows
UPDATE lesson_progress AS lp
SET attempts = CASE WHEN lp.score IS NULL THEN 1 ELSE coalesce(lp.attempts, 0) + 1 END,
    score = 80, last_accessed_at = now(),
    completed = lp.completed OR 80 >= c.passing_score,
    completed_at = CASE WHEN lp.completed OR 80 < c.passing_score THEN lp.completed_at ELSE now() END
FROM courses AS c
WHERE c.id = lp.course_id AND lp.lesson_id = 'joins'
