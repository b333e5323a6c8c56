-- An earlier score completes the lesson now. What counts is whether the 80 of this try are at least the mark.
-- says: missing rows
UPDATE lesson_progress AS lp
SET attempts = coalesce(lp.attempts, 0) + 1, score = 80, last_accessed_at = now(),
    completed = lp.completed OR greatest(lp.score, 80) >= c.passing_score,
    completed_at = CASE WHEN lp.completed OR greatest(lp.score, 80) < c.passing_score THEN lp.completed_at
                        ELSE now() END
FROM courses AS c
WHERE c.id = lp.course_id AND lp.lesson_id = 'joins'
