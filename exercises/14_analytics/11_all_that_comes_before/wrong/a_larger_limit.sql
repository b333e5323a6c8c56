-- The result ends after a number of rows that you chose, and there may be more pairs. Nothing needs itself, so it ends by itself.
-- says: missing rows
WITH RECURSIVE before AS (
  SELECT course_id, needs_id FROM needs
  UNION
  SELECT b.course_id, n.needs_id FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id
)
SELECT course_id, needs_id FROM before LIMIT 5000
