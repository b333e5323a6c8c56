--@ rows: tries, scores and completions of each lesson, and what happened in this transaction
SELECT user_id, course_id, lesson_id, attempts, score, completed, completed_at IS NOT NULL AS has_time,
       completed_at = now() AS completed_now, last_accessed_at = now() AS seen_now, time_spent_seconds
FROM lesson_progress;
