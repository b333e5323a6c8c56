-- The recursion ends after a number of steps that you chose, and a longer chain is cut off. Nothing needs itself, so it ends by itself.
-- says: missing rows
WITH RECURSIVE before AS (
  SELECT course_id, needs_id, 1 AS steps FROM needs
  UNION ALL
  SELECT b.course_id, n.needs_id, b.steps + 1 FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id WHERE b.steps < 10
)
SELECT DISTINCT course_id, needs_id FROM before
