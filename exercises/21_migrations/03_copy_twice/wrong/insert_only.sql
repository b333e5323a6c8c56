-- Where a row is there, the INSERT is refused, and with it the whole statement.
-- says: could not run
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
