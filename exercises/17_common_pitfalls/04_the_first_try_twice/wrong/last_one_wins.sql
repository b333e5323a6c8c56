-- The score of whoever came last replaces the other. The better one is wanted.
-- has: score = EXCLUDED.score
-- says: not so: no try makes the score less (in some orders)
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = lp.attempts + 1, score = EXCLUDED.score, last_accessed_at = now();
