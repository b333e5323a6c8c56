-- says: not so: all tries are counted (in every order)
-- says: attempts is not 3: a try is lost, or counted more than once.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 1, :score) ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET attempts = lesson_progress.attempts + 1, score = EXCLUDED.score WHERE lesson_progress.score < EXCLUDED.score;
