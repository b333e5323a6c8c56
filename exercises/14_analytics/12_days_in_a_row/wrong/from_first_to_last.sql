-- From the first day to the last there may be gaps, and they end a run.
-- says: missing rows
-- says: extra rows
SELECT user_id, max((completed_at AT TIME ZONE 'UTC')::date) - min((completed_at AT TIME ZONE 'UTC')::date) + 1
FROM lesson_progress WHERE completed GROUP BY user_id
