-- The third place is in it. The first two are wanted.
-- says: extra rows
SELECT course_id, lesson_id, user_id, score, place FROM (
  SELECT *, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC) AS place FROM lesson_progress WHERE score IS NOT NULL) AS p
WHERE place <= 3
