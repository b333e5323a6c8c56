-- These are the others, who live somewhere else.
-- says: missing rows
-- says: extra rows
SELECT count(*) AS learners FROM users WHERE time_zone <> 'Asia/Tehran'
