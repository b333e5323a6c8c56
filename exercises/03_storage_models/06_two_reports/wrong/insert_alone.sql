-- The row is there already, and its key refuses a second one.
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (in every order)
-- says: not so: the row has the seconds of both, and those from before (in every order)
-- says: not so: the row of the other course has what was reported of it later (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds);
