-- DO NOTHING gets no error and does nothing: the second try is neither counted nor compared.
-- says: not so: all tries are counted (in every order)
-- says: not so: the best score is kept (in some orders)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score)
ON CONFLICT (user_id, course_id, lesson_id) DO NOTHING;
