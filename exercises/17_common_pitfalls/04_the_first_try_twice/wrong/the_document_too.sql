-- says: something else changes
BEGIN;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 1, :score)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = lesson_progress.attempts + 1, score = greatest(lesson_progress.score, EXCLUDED.score), last_accessed_at = now();
UPDATE course_progress SET last_accessed_at = now(), updated_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
