-- completed_at says what counts as completed, and it alone: somebody whose flag was forgotten has completed a lesson all the same.
-- says: extra rows
SELECT DISTINCT user_id FROM lesson_progress
WHERE first_started_at > now() - INTERVAL '30 days'
  AND user_id NOT IN (SELECT user_id FROM lesson_progress WHERE completed AND completed_at > now() - INTERVAL '30 days')
