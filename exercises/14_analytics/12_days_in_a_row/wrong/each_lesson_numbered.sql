-- Two lessons of one day get two numbers, so the day falls out of its run. Each day once: DISTINCT comes first.
-- says: missing rows
WITH runs AS (
  SELECT user_id, (completed_at AT TIME ZONE 'UTC')::date
         - row_number() OVER (PARTITION BY user_id ORDER BY completed_at)::int AS run FROM lesson_progress WHERE completed
), lengths AS (SELECT user_id, count(*) AS days FROM runs GROUP BY user_id, run)
SELECT user_id, max(days) FROM lengths GROUP BY user_id
