-- The lowest score has place 1: DESC puts the highest first.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, user_id, score, place FROM (
  SELECT *, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score) AS place FROM lesson_progress WHERE score IS NOT NULL) AS p
WHERE place <= 2
