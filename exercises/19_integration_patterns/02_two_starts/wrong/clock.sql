-- says: not so: last_accessed_at is that of the last device (in every order)
-- says: last_accessed_at is not the now() of who wrote last: it is the time when the row was made, or another moment.
INSERT INTO lesson_progress AS l (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET time_spent_seconds = l.time_spent_seconds + :seconds, last_accessed_at = clock_timestamp()
