-- DO NOTHING does not fail, and counts nothing.
-- has: do nothing
-- says: not so: the row has the seconds of both, and those from before (in every order)
-- says: not so: the row of the other course has what was reported of it later (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds) ON CONFLICT DO NOTHING;
