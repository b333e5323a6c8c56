-- As the guide writes it: right here, because user_id is NOT NULL.
SELECT DISTINCT user_id FROM lesson_progress
WHERE first_started_at > now() - INTERVAL '30 days'
  AND user_id NOT IN (SELECT user_id FROM lesson_progress WHERE completed_at > now() - INTERVAL '30 days')
