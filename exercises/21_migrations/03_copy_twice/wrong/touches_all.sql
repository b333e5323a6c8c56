-- The values are right. But each row that was done is written once more, at every run, and its updated_at moves: COALESCE keeps a value, WHERE leaves
-- the row alone.
-- says: missing rows
-- says: extra rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = COALESCE(lesson_progress.completed_at, EXCLUDED.completed_at)
