-- learners
SELECT count(*) AS learners  -- TODO
FROM users
