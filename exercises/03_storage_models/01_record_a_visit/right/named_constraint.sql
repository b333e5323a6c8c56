-- The constraint by its name; the columns of the row that is there through an alias.
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, time_spent_seconds, last_accessed_at)
SELECT u.id, c.id, 'joins', 60, CURRENT_TIMESTAMP FROM users AS u, courses AS c
ON CONFLICT ON CONSTRAINT lesson_progress_user_id_course_id_lesson_id_key DO UPDATE
SET (time_spent_seconds, last_accessed_at) = (lp.time_spent_seconds + 60, EXCLUDED.last_accessed_at);
