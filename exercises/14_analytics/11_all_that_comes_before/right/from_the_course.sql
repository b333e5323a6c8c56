-- It begins with each course and itself, at distance 0, which is left out in the end. UNION ALL finds some twice, and DISTINCT leaves one.
WITH RECURSIVE path AS (
  SELECT id AS course_id, id AS at, 0 AS steps FROM courses
  UNION ALL
  SELECT p.course_id, n.needs_id, p.steps + 1 FROM path AS p JOIN needs AS n ON n.course_id = p.at
)
SELECT DISTINCT course_id, at FROM path WHERE steps > 0
