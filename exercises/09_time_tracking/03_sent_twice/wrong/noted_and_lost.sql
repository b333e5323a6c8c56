-- The name has just been noted, by yourself: NOT EXISTS finds it, and nobody adds anything.
-- says: not so: 30 seconds more are there (in every order)
-- says: not so: the seconds are not lost (in every order)
INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT DO NOTHING;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
  AND NOT EXISTS (SELECT FROM message WHERE name = :uuid_m)
