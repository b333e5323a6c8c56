-- course_id, timed, median_days
SELECT c.id AS course_id  -- TODO
FROM courses AS c
GROUP BY c.id
