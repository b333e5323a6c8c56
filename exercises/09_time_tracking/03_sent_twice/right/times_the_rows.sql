-- As many times 30 as names were noted by this statement: one, or none.
WITH noted AS (INSERT INTO message VALUES (:uuid_m) ON CONFLICT (name) DO NOTHING RETURNING 30 AS seconds)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + (SELECT coalesce(sum(seconds), 0) FROM noted)
WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins');
