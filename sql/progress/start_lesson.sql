-- start_lesson: the lesson was opened; the first time makes the row
-- statement_timestamp() and not now(): the transaction may have waited for the lock, and the row may be younger than its beginning.
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, first_started_at, last_accessed_at)
VALUES (%(user_id)s, %(course_id)s, %(lesson_id)s, statement_timestamp(), statement_timestamp())
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET last_accessed_at = greatest(p.last_accessed_at, EXCLUDED.last_accessed_at)
RETURNING p.user_id, p.course_id, p.lesson_id, p.completed, coalesce(p.time_spent_seconds, 0) AS time_spent_seconds,
          coalesce(p.attempts, 0) AS attempts, p.score, p.first_started_at, p.last_accessed_at, p.completed_at
