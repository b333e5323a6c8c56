-- A completion is taken back where 80 does not pass. Who had completed the lesson keeps that.
-- says: missing rows
UPDATE lesson_progress AS lp
SET attempts = coalesce(attempts, 0) + 1, score = 80, last_accessed_at = now(), completed = 80 >= passing_score,
    completed_at = CASE WHEN 80 >= passing_score THEN coalesce(completed_at, now()) END
FROM courses AS c WHERE c.id = lp.course_id AND lesson_id = 'joins'
