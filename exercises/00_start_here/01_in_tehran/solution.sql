-- WHERE keeps the rows of one time zone, and count(*) counts what is left.
SELECT count(*) AS learners
FROM users
WHERE time_zone = 'Asia/Tehran'
