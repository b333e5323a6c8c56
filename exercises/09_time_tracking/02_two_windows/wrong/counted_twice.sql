-- Whoever makes the row writes the seconds into it, and adds them again afterwards.
-- says: not so: the seconds of all are there (in every order)
-- says: not so: nothing is counted twice (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds) ON CONFLICT DO NOTHING;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
