-- That is the number of days, whatever lies between them. A gap ends a run.
-- says: missing rows
-- says: extra rows
SELECT user_id, count(DISTINCT (completed_at AT TIME ZONE 'UTC')::date) FROM lesson_progress WHERE completed GROUP BY user_id
