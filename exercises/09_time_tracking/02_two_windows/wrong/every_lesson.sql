-- The sum goes into other rows too: the WHERE leaves a part of the key out.
-- says: something else changes: another row (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins') ON CONFLICT DO NOTHING;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u;
