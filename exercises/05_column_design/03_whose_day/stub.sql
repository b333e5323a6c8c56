SELECT user_id, completed_at::date AS day, count(*)
FROM lesson_progress
WHERE completed_at IS NOT NULL
GROUP BY user_id, completed_at::date
