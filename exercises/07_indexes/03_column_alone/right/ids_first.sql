-- First the rows by the index, then a look at nothing else; NOT NULL is said, and changes nothing.
WITH lately AS (
  SELECT user_id, course_id, lesson_id FROM lesson_progress
  WHERE completed_at IS NOT NULL AND completed_at >= now() - INTERVAL '168 hours'
)
TABLE lately
