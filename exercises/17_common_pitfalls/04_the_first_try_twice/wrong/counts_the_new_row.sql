-- EXCLUDED is the row that was to be inserted, and that has one attempt. Count on from the row that is there: lp.attempts + 1.
-- has: excluded.attempts
-- says: not so: all tries are counted (in every order)
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = EXCLUDED.attempts, score = greatest(lp.score, EXCLUDED.score), last_accessed_at = now();
