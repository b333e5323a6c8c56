-- An INSERT that always meets the row that is there.
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds;
