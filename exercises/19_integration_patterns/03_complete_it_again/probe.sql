--@ rows: each lesson, what is known of it, and which times are now
SELECT user_id, course_id, lesson_id, completed, attempts, score, time_spent_seconds,
       completed_at = now() AS completed_now, last_accessed_at = now() AS seen_now
FROM lesson_progress;
