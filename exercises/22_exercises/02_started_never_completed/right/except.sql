-- A set without another; EXCEPT removes doubles by itself.
SELECT user_id FROM lesson_progress WHERE first_started_at > now() - INTERVAL '30 days'
EXCEPT
SELECT user_id FROM lesson_progress WHERE completed_at > now() - INTERVAL '30 days'
