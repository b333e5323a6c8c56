-- The server adds to what is there. completed stays true once it is; CASE and coalesce read the old values, so the first time of
-- completion is kept. The mark comes from the course of the row.
UPDATE lesson_progress AS lp
SET attempts = coalesce(lp.attempts, 0) + 1,
    score = 80,
    last_accessed_at = now(),
    completed = lp.completed OR 80 >= c.passing_score,
    completed_at = CASE WHEN lp.completed OR 80 < c.passing_score THEN lp.completed_at ELSE now() END
FROM courses AS c
WHERE c.id = lp.course_id AND lp.lesson_id = 'joins';
