-- says: not so: nothing else is said of the lesson (in every order)
-- says: Something else of this lesson is written: the script may write what the question names, and nothing beside it.
INSERT INTO lesson_progress AS l (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET time_spent_seconds = l.time_spent_seconds + :seconds, created_at = now(), first_started_at = now()
