-- The total is typed: it is right for one that had 100 before. Add to what is there.
-- has: = 130
-- says: not so: 30 seconds more are there (in every order)
-- says: not so: the seconds are not lost (in every order)
UPDATE lesson_progress SET time_spent_seconds = 130 WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
INSERT INTO message VALUES (:uuid_m) ON CONFLICT DO NOTHING;
