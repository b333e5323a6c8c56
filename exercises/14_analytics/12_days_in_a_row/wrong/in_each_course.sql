-- A run in each course for itself is cut where the learner goes over to another. In whichever course, the question says.
-- says: missing rows
WITH days AS (
  SELECT DISTINCT user_id, course_id, (completed_at AT TIME ZONE 'UTC')::date AS day FROM lesson_progress WHERE completed
), runs AS (
  SELECT user_id, course_id, day - row_number() OVER (PARTITION BY user_id, course_id ORDER BY day)::int AS run FROM days
), lengths AS (SELECT user_id, count(*) AS days FROM runs GROUP BY user_id, course_id, run)
SELECT user_id, max(days) FROM lengths GROUP BY user_id
