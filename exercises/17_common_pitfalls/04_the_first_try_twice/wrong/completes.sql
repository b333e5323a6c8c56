-- says: not so: nothing else is said of the lesson (in every order)
-- says: Something else of this lesson is written: the script may write what the question names, and nothing beside it.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 1, :score) ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET attempts = lesson_progress.attempts + 1, score = greatest(lesson_progress.score, EXCLUDED.score), completed = true, completed_at = now();
