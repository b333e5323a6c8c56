-- A row that was there and not completed is still not completed: DO NOTHING leaves it as it was.
-- says: missing rows
-- says: extra rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO NOTHING
