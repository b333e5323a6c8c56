-- One step a column: both dates, then their difference.
WITH dated AS (
  SELECT lp.*, timezone(u.time_zone, first_started_at)::date AS begun, timezone(u.time_zone, completed_at)::date AS done
  FROM users AS u, lesson_progress AS lp WHERE lp.user_id = u.id
)
SELECT user_id, course_id, lesson_id, done - begun AS days FROM dated WHERE done IS NOT NULL
