-- says: too many pages
SELECT user_id, course_id, lesson_id FROM lesson_progress
WHERE completed_at IS NOT NULL AND now() - completed_at < INTERVAL '7 days'
