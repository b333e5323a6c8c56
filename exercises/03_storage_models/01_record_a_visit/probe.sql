--@ rows: each learner's time in each lesson, and whether the last visit is this one
SELECT user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score, last_accessed_at = now() AS seen_now
FROM lesson_progress;
