-- The number of tries is not the number of lessons.
-- says: missing rows
SELECT course_id, user_id, sum(attempts) FROM lesson_progress GROUP BY course_id, user_id HAVING NOT bool_or(completed)
