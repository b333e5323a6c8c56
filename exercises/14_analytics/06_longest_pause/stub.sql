-- user_id, longest_days
SELECT user_id  -- TODO
FROM lesson_progress
GROUP BY user_id
