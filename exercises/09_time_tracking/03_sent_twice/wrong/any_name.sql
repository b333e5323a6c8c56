-- NOT EXISTS asks whether there is any name at all. Other messages have been noted: this one adds nothing.
-- has: not exists ( select from message )
-- says: not so: 30 seconds more are there (in every order)
-- says: not so: the seconds are not lost (in every order)
BEGIN;
SELECT FROM lesson_progress WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins') FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins') AND NOT EXISTS (SELECT FROM message);
INSERT INTO message VALUES (:uuid_m) ON CONFLICT DO NOTHING;
COMMIT;
