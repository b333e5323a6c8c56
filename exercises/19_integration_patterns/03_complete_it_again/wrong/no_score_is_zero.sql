-- Who has tried and has no score gets 0 points. The report brings no score: what is not known stays so.
-- has: score = case
-- says: 0 where NULL is wanted
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, completed, completed_at)
SELECT u.id, c.id, 'joins', true, now() FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = coalesce(p.completed_at, now()), last_accessed_at = now(),
    score = CASE WHEN p.attempts > 0 THEN coalesce(p.score, 0) END;
