-- It grows at the other end: whoever needs a course that needs it. In the end the pairs are the same.
WITH RECURSIVE pairs (later, sooner) AS (
  TABLE needs
  UNION
  SELECT n.course_id, pairs.sooner FROM needs AS n, pairs WHERE n.needs_id = pairs.later
)
SELECT later, sooner FROM pairs
