-- Who started three lessons stands there three times: rows were asked, and users are wanted.
-- says: duplicates
SELECT user_id FROM lesson_progress
WHERE first_started_at > now() - INTERVAL '30 days'
  AND user_id NOT IN (SELECT user_id FROM lesson_progress WHERE completed_at > now() - INTERVAL '30 days')
