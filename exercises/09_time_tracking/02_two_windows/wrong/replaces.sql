-- The seconds of one window alone are there. DO NOTHING forgets who comes second; EXCLUDED alone forgets who came first.
-- has: excluded.time_spent_seconds
-- says: not so: the seconds of all are there (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET time_spent_seconds = EXCLUDED.time_spent_seconds
