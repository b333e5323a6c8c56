-- attempts is always 2: EXCLUDED is the row that was to be inserted, and has one. Count on from the row that is there.
-- has: excluded.attempts + 1
-- says: not so: all tries are counted (in every order)
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 1, :score)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET attempts = EXCLUDED.attempts + 1, score = greatest(lesson_progress.score, EXCLUDED.score);
