-- In a lesson that is completed the seconds are lost, and the name is noted all the same. The question asks
-- nothing of the row: 30 more, in any case.
-- has: not completed
-- says: not so: 30 seconds more are there (in some orders)
-- says: not so: the seconds are not lost (in some orders)
WITH noted AS (INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT DO NOTHING RETURNING name)
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30, last_accessed_at = now()
FROM noted WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' AND NOT completed;
