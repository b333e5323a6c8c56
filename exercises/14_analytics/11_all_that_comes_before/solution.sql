-- The first half is what is needed directly. The second goes on from what was found last, and is run until it finds nothing new. UNION leaves out
-- what is there already.
WITH RECURSIVE before AS (
  SELECT course_id, needs_id FROM needs
  UNION
  SELECT b.course_id, n.needs_id FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id
)
SELECT course_id, needs_id FROM before
