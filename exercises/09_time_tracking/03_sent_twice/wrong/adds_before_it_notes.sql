-- NOT EXISTS sees what was committed when the statement began: both see no name, and both add. The name must be noted first, and tell
-- whether it was new.
-- has: not exists
-- says: not so: 30 seconds more are there (where they overlap)
WITH added AS (UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30 WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' AND NOT EXISTS (SELECT FROM message WHERE name = :uuid_m) RETURNING 1)
INSERT INTO message SELECT :uuid_m FROM added ON CONFLICT DO NOTHING;
