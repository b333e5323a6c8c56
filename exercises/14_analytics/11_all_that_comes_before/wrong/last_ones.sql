-- These are the ends of the chains, which need nothing themselves. All that lies between is missing.
-- says: missing rows
WITH RECURSIVE before AS (
  SELECT course_id, needs_id FROM needs
  UNION
  SELECT b.course_id, n.needs_id FROM before AS b JOIN needs AS n ON n.course_id = b.needs_id
)
SELECT course_id, needs_id FROM before AS b WHERE NOT EXISTS (SELECT FROM needs AS n WHERE n.course_id = b.needs_id)
