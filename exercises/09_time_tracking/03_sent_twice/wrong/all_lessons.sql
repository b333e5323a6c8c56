-- Other rows get the seconds too: the WHERE names a part of the key only. Learner, course and lesson say which row.
-- says: something else changes: another row (in every order)
WITH noted AS (INSERT INTO message (name) VALUES (:uuid_m) ON CONFLICT DO NOTHING RETURNING name)
UPDATE lesson_progress AS lp SET time_spent_seconds = lp.time_spent_seconds + 30 FROM noted WHERE lp.user_id = :uuid_u;
