-- add_time: so many seconds more were spent in the lesson; a lesson that was never started starts now
INSERT INTO lesson_progress AS p (
  user_id, course_id, lesson_id, time_spent_seconds, first_started_at, last_accessed_at
)
VALUES (
  %(user_id)s, %(course_id)s, %(lesson_id)s, %(value)s, statement_timestamp(), statement_timestamp()
)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = coalesce(p.time_spent_seconds, 0) + EXCLUDED.time_spent_seconds,
    last_accessed_at = greatest(p.last_accessed_at, EXCLUDED.last_accessed_at)
RETURNING p.user_id, p.course_id, p.lesson_id, p.completed, coalesce(p.time_spent_seconds, 0) AS time_spent_seconds,
          coalesce(p.attempts, 0) AS attempts, p.score, p.first_started_at, p.last_accessed_at, p.completed_at
