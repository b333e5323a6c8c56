-- Two learners of one name are two learners. Count rows: DISTINCT makes one of what is equal.
-- has: distinct
-- says: rows
SELECT count(DISTINCT name) AS learners
FROM users
WHERE time_zone = 'Asia/Tehran'
