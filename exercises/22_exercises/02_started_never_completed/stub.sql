-- one column, each user once
SELECT user_id  -- TODO
FROM lesson_progress
