-- A document that says 100 per cent may lack a lesson too: its figure is a copy, as its list is.
-- has: = 100
-- says: missing rows
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
WHERE lp.completed AND NOT EXISTS (
  SELECT FROM course_progress AS cp
  WHERE cp.user_id = lp.user_id AND cp.course_id = lp.course_id
    AND (cp.progress_percentage = 100 OR cp.completed_lessons ? lp.lesson_id)
)
