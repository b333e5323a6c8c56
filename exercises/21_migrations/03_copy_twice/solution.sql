-- The UNIQUE constraint finds the row that is there, and the WHERE spares it when it is done: a second run finds nothing to do. EXCLUDED is the row
-- that was to be inserted.
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = EXCLUDED.completed_at
WHERE NOT lesson_progress.completed;
