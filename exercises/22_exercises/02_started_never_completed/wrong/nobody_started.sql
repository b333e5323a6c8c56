-- Users who have not started anything are in your answer: to complete nothing is not enough.
-- says: extra rows
SELECT id FROM users AS u
WHERE NOT EXISTS (
  SELECT FROM lesson_progress AS lp WHERE lp.user_id = u.id AND lp.completed_at > now() - INTERVAL '30 days'
)
