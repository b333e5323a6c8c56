-- The figures are typed: they are right for one pair of tries. Count on from the row that is there.
-- has: 80
-- says: not so: all tries are counted (in every order)
-- says: not so: the best score is kept
-- says: not so: no try counts for more than one
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 2, 80) ON CONFLICT DO NOTHING;
