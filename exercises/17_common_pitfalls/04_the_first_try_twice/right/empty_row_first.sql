-- First see to it that there is a row, whoever makes it; then one UPDATE computes the new from the old.
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins') ON CONFLICT DO NOTHING;
UPDATE lesson_progress SET attempts = attempts + 1, score = greatest(score, :score), last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
