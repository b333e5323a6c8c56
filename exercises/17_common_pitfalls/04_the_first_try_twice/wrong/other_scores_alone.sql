-- Your WHERE leaves out a try that reached the same score as the best: it is a try all the same.
-- has: <>
-- says: not so: all tries are counted
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = lp.attempts + 1, score = greatest(lp.score, EXCLUDED.score), last_accessed_at = now()
WHERE lp.score <> EXCLUDED.score;
