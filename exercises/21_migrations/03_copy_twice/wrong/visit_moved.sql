-- A row that is there and not completed gets completed and completed_at. The rest of it stays, last_accessed_at too.
-- says: missing rows
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = EXCLUDED.completed_at, last_accessed_at = EXCLUDED.last_accessed_at
WHERE NOT lp.completed;
