-- The sum of each user asked for by itself.
SELECT id AS user_id, round((
  SELECT coalesce(sum(time_spent_seconds), 0) FROM lesson_progress WHERE user_id = u.id
) * 1.0 / 3600, 2) AS hours
FROM users AS u
