-- says: something else changes
-- says: A table is changed that the script has no business with.
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = lp.attempts + 1, score = greatest(lp.score, EXCLUDED.score), last_accessed_at = now();
INSERT INTO course_progress (user_id, course_id) VALUES (:uuid_u, :uuid_c)
ON CONFLICT (user_id, course_id) DO NOTHING;
