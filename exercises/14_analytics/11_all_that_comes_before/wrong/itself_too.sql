-- Each course comes before itself here. The start belongs to the walk, and not to the answer.
-- says: extra rows
WITH RECURSIVE before AS (
  SELECT id AS course_id, id AS needs_id FROM courses
  UNION
  SELECT b.course_id, n.needs_id FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id
)
SELECT course_id, needs_id FROM before
