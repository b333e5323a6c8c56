-- record_attempt: one more try at the lesson's quiz, and what it scored; a try without a score keeps the score that is there
INSERT INTO lesson_progress AS p (
  user_id, course_id, lesson_id, attempts, score, first_started_at, last_accessed_at
)
VALUES (
  %(user_id)s, %(course_id)s, %(lesson_id)s, 1, %(value)s, statement_timestamp(), statement_timestamp()
)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET attempts = coalesce(p.attempts, 0) + 1,
    score = coalesce(EXCLUDED.score, p.score),
    last_accessed_at = greatest(p.last_accessed_at, EXCLUDED.last_accessed_at)
RETURNING p.user_id, p.course_id, p.lesson_id, p.completed, coalesce(p.time_spent_seconds, 0) AS time_spent_seconds,
          coalesce(p.attempts, 0) AS attempts, p.score, p.first_started_at, p.last_accessed_at, p.completed_at
