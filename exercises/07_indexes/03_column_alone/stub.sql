SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE now() - completed_at < INTERVAL '7 days'
