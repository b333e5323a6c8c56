-- The users are asked, not the rows: so each stands there once. NOT EXISTS is true where no row is found, whatever is NULL.
-- The guide's NOT IN gives the same as long as its list holds no NULL; one NULL empties the answer.
SELECT u.id AS user_id
FROM users AS u
WHERE EXISTS (
    SELECT FROM lesson_progress AS lp WHERE lp.user_id = u.id AND lp.first_started_at > now() - INTERVAL '30 days'
  )
  AND NOT EXISTS (
    SELECT FROM lesson_progress AS lp WHERE lp.user_id = u.id AND lp.completed_at > now() - INTERVAL '30 days'
  );
