-- says: not so: nothing else is said of the lesson
-- says: Something else of this lesson is written
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, attempts, score, completed, completed_at)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score, :score = 100, CASE WHEN :score = 100 THEN now() END)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = lp.attempts + 1, score = greatest(lp.score, EXCLUDED.score), last_accessed_at = now();
