-- Who comes second, however late, finds the row and inserts nothing: that try is neither counted nor compared. Where both look at one moment, both insert,
-- and the key refuses the second.
-- has: not exists
-- says: not so: all tries are counted (in every order)
-- says: not so: the best score is kept (in some orders)
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT :uuid_u, :uuid_c, 'joins', 1, :score WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
