-- The same slug may stand in two courses. Listed in the document of another course it is not listed in this one.
-- says: missing rows
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
WHERE lp.completed AND NOT EXISTS (
  SELECT FROM course_progress AS cp WHERE cp.user_id = lp.user_id AND cp.completed_lessons ? lp.lesson_id
)
