-- Two courses may have one title: a course is known by its id.
-- says: missing rows
WITH RECURSIVE before AS (
  SELECT course_id, needs_id FROM needs
  UNION
  SELECT b.course_id, n.needs_id
  FROM before AS b
  JOIN needs AS n ON n.course_id = b.needs_id
  JOIN courses AS a ON a.id = b.course_id
  JOIN courses AS z ON z.id = n.needs_id
  WHERE z.title <> a.title
)
SELECT course_id, needs_id FROM before;
