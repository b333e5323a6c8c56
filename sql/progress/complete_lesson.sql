-- complete_lesson: the lesson is completed; a second time keeps the first time of completion, and no score keeps the score
-- A score comes from a try: where none was counted, the completion that brings one counts it.
INSERT INTO lesson_progress AS p (
  user_id, course_id, lesson_id, completed, attempts, score, first_started_at, last_accessed_at, completed_at
)
VALUES (
  %(user_id)s, %(course_id)s, %(lesson_id)s, true, CASE WHEN %(value)s::INTEGER IS NULL THEN 0 ELSE 1 END, %(value)s,
  statement_timestamp(), statement_timestamp(), statement_timestamp()
)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET completed = true,
    completed_at = coalesce(p.completed_at, greatest(p.first_started_at, EXCLUDED.completed_at)),
    attempts = greatest(p.attempts, EXCLUDED.attempts),
    score = coalesce(EXCLUDED.score, p.score),
    last_accessed_at = greatest(p.last_accessed_at, EXCLUDED.last_accessed_at)
RETURNING p.user_id, p.course_id, p.lesson_id, p.completed, coalesce(p.time_spent_seconds, 0) AS time_spent_seconds,
          coalesce(p.attempts, 0) AS attempts, p.score, p.first_started_at, p.last_accessed_at, p.completed_at
