-- A course that is needed in two ways is there twice: UNION ALL keeps both.
-- says: duplicates
WITH RECURSIVE before AS (
  SELECT course_id, needs_id FROM needs
  UNION ALL
  SELECT b.course_id, n.needs_id FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id
)
SELECT course_id, needs_id FROM before
