--@ rows: the rows, and whether they were touched; a time that is now() is shown as NULL
SELECT user_id, course_id, lesson_id, completed, NULLIF(completed_at, now()) AS completed_at, completed_at = now() AS completed_now,
       NULLIF(first_started_at, now()) AS first_started_at, NULLIF(last_accessed_at, now()) AS last_accessed_at,
       time_spent_seconds, attempts, score, updated_at = now() AS touched
FROM lesson_progress;
