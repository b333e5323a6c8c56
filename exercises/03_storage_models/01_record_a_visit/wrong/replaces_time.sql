-- The time of the earlier visits is lost: EXCLUDED is the new row, not the sum.
-- says: missing rows
-- says: extra rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = EXCLUDED.time_spent_seconds, last_accessed_at = now()
