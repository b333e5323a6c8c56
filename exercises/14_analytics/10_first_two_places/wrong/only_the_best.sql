-- These are the first places alone. The second are wanted too.
-- says: missing rows
SELECT course_id, lesson_id, user_id, score, place FROM (
  SELECT *, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC) AS place FROM lesson_progress WHERE score IS NOT NULL) AS p
WHERE place = 1
