-- title and rate of each course
SELECT c.title  -- TODO
FROM courses AS c
