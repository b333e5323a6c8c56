-- What is needed directly is left out. It comes before the course as well.
-- says: missing rows
WITH RECURSIVE before AS (
  SELECT course_id, needs_id, 1 AS steps FROM needs
  UNION
  SELECT b.course_id, n.needs_id, b.steps + 1 FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id
)
SELECT DISTINCT course_id, needs_id FROM before WHERE steps > 1
