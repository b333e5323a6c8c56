-- You ask for a lesson that was started and not completed. Someone may have completed another one.
-- says: extra rows
SELECT DISTINCT user_id FROM lesson_progress
WHERE first_started_at > now() - INTERVAL '30 days' AND NOT completed
