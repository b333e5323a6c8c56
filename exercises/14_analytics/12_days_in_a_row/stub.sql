-- user_id, days
SELECT user_id, count(*) AS days  -- TODO: the longest run
FROM lesson_progress
WHERE completed
GROUP BY user_id
