-- Each step goes on to one course only, and what else is needed there is lost. The next step takes all that
-- the course found last needs.
-- says: missing rows
WITH RECURSIVE before AS (
  SELECT course_id, needs_id FROM needs
  UNION
  SELECT b.course_id, n.needs_id
  FROM before AS b CROSS JOIN LATERAL (
    SELECT m.needs_id FROM needs AS m WHERE m.course_id = b.needs_id ORDER BY m.needs_id DESC LIMIT 1
  ) AS n
)
SELECT course_id, needs_id FROM before
