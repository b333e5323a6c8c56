--@ rows: each learner's attempts, score and last visit
SELECT user_id, course_id, lesson_id, completed, attempts, score, time_spent_seconds, last_accessed_at = now() AS seen_now
FROM lesson_progress;
