-- DO NOTHING does not fail, and does nothing: the seconds of the second device are lost.
-- has: do nothing
-- says: not so: the row has the seconds of all (in every order)
-- says: not so: last_accessed_at is that of the last device (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds) ON CONFLICT DO NOTHING
