-- That would be right if attempts counted failures. It counts tries: who passes at once has 1.
-- says: missing rows
SELECT lp.user_id, lp.course_id, lp.lesson_id FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
WHERE lp.completed AND lp.attempts = 0
