-- When the copy runs is not when the lesson was completed. What the document knows is its last_accessed_at.
-- says: missing rows
-- says: extra rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at)
SELECT user_id, course_id, lesson, true, now()
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = EXCLUDED.completed_at
WHERE NOT lesson_progress.completed
