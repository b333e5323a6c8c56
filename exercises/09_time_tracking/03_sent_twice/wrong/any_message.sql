-- says: not so: 30 seconds more are there (in every order)
-- says: not so: the name is noted once (in every order)
-- says: something else changes: another name (in every order)
-- says: The row does not have 30 seconds more than before: the message is counted more than once, or not at all.
WITH n AS (INSERT INTO message (name) VALUES (gen_random_uuid()) RETURNING name) UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30 FROM n WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
