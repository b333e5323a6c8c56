-- completed_at is taken from the row that was there. The document says when: its last_accessed_at, which EXCLUDED has.
-- says: missing rows
INSERT INTO lesson_progress AS lp (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = lp.last_accessed_at
WHERE NOT lp.completed;
