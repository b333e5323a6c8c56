-- course_id, learners, scores, tries, average
SELECT c.id AS course_id, count(*) AS learners  -- TODO
FROM courses AS c
GROUP BY c.id
