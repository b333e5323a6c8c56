-- A bare INSERT is right once. The second one is refused by UNIQUE, in every order.
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (in every order)
-- says: not so: all tries are counted (in every order)
-- says: not so: the best score is kept (in some orders)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score);
