-- user_id, lessons, hours
SELECT user_id  -- TODO
FROM lesson_progress
GROUP BY user_id
