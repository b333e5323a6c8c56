-- A one for each learner there and a zero for each other, added up; coalesce is for a table without rows.
SELECT coalesce(sum(CASE WHEN time_zone = 'Asia/Tehran' THEN 1 ELSE 0 END), 0) AS learners FROM users
