-- The name is noted once, and whether it had been noted before decides nothing: both messages add.
-- says: not so: 30 seconds more are there (in every order)
INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT DO NOTHING;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
