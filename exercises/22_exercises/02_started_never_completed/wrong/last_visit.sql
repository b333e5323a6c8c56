-- last_accessed_at tells of the latest visit. Started is first_started_at.
-- says: extra rows
SELECT user_id FROM lesson_progress
GROUP BY user_id
HAVING bool_or(last_accessed_at > now() - INTERVAL '30 days')
   AND bool_or(completed_at > now() - INTERVAL '30 days') IS NOT TRUE
