-- The day is that of New York, and not of UTC: what was completed in the first hours of a day stands on the one before.
-- says: missing rows
-- says: extra rows
-- has: New_York
SELECT user_id, max(n) AS days FROM (SELECT user_id, count(*) AS n FROM (SELECT user_id, d, d - (row_number() OVER (PARTITION BY user_id ORDER BY d))::int AS g FROM (SELECT DISTINCT user_id, (completed_at AT TIME ZONE 'America/New_York')::date AS d FROM lesson_progress WHERE completed) a) b GROUP BY user_id, g) c GROUP BY user_id
