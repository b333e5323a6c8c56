-- FILTER says which rows one count counts; beside it another could count all of them.
SELECT count(*) FILTER (WHERE time_zone = 'Asia/Tehran') AS learners FROM users
