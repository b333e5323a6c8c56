-- Who completed a lesson two months ago has completed none lately, and belongs to the answer.
-- says: missing rows
SELECT user_id FROM lesson_progress
GROUP BY user_id
HAVING bool_or(first_started_at > now() - INTERVAL '30 days') AND NOT bool_or(completed)
