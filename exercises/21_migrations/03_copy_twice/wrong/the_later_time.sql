-- A row that was visited after the document was written gets the time of that visit. completed_at is the
-- document's last_accessed_at, whichever is later.
-- has: greatest (
-- says: rows
INSERT INTO lesson_progress AS lp
  (user_id, course_id, lesson_id, completed, first_started_at, last_accessed_at, completed_at)
SELECT user_id, course_id, lesson, true, last_accessed_at, last_accessed_at, last_accessed_at
FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true, completed_at = greatest(lp.last_accessed_at, EXCLUDED.completed_at)
WHERE NOT lp.completed;
