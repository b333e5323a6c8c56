-- Those who had no row got one. They do not have the lesson open.
-- says: extra rows
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds, last_accessed_at = now() WHERE NOT p.completed
