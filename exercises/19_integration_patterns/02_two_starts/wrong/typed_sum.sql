-- A sum is typed. It is right for one pair of devices and for no other: add what this one reports.
-- has: 75
-- says: not so: the row has the seconds of all (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', 75)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET last_accessed_at = now();
