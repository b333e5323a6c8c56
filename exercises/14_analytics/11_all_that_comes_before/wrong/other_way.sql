-- The pairs are turned round: the first column is the course, the second what comes before it.
-- says: missing rows
-- says: extra rows
WITH RECURSIVE before AS (
  SELECT needs_id, course_id FROM needs
  UNION
  SELECT b.needs_id, n.course_id FROM before AS b JOIN needs AS n ON n.needs_id = b.course_id
)
SELECT needs_id, course_id FROM before
