-- A slug may stand in two courses: what is completed in one says nothing of the other.
-- says: rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT DISTINCT cp.user_id, cp.course_id, lesson, true, cp.last_accessed_at, cp.last_accessed_at, cp.last_accessed_at
FROM course_progress AS cp, jsonb_array_elements_text(cp.completed_lessons) AS lesson
WHERE NOT EXISTS (SELECT FROM lesson_progress AS lp
                  WHERE lp.user_id = cp.user_id AND lp.lesson_id = lesson AND lp.completed)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = EXCLUDED.completed_at
WHERE NOT lesson_progress.completed
