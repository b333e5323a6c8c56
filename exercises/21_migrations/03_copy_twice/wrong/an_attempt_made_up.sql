-- The document says nothing of attempts. A new row has the default, and no attempt that nobody saw.
-- says: missing rows
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at, attempts)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at, 1
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = EXCLUDED.completed_at
WHERE NOT lp.completed;
