-- UNION compares whole rows. With the number of steps in them, a course that is needed at two distances is there twice.
-- says: duplicates
WITH RECURSIVE before AS (
  SELECT course_id, needs_id, 1 AS steps FROM needs
  UNION
  SELECT b.course_id, n.needs_id, b.steps + 1 FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id
)
SELECT course_id, needs_id FROM before
