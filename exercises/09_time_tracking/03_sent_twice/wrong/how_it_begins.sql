-- LIKE 'joins%' finds each lesson whose name begins so, joins-2 too: these get the seconds as well. Compare with =.
-- has: like
-- says: something else changes: another row (in every order)
WITH noted AS (INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT DO NOTHING RETURNING name)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30, last_accessed_at = now()
FROM noted WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id LIKE 'joins%';
