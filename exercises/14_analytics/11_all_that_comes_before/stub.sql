-- course_id, needs_id
WITH RECURSIVE before AS (
  SELECT course_id, needs_id FROM needs
  -- TODO: UNION, and what these need
)
SELECT course_id, needs_id FROM before
