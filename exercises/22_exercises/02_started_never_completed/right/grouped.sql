-- One pass over the rows: a group for each user, and two conditions on the group.
SELECT user_id
FROM lesson_progress
GROUP BY user_id
HAVING bool_or(first_started_at > now() - INTERVAL '30 days')
   AND bool_or(completed_at > now() - INTERVAL '30 days') IS NOT TRUE
