-- In a falling order NULL comes first, so those without a score have taken the first places.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, user_id, score, place FROM (
  SELECT *, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC) AS place FROM lesson_progress) AS p
WHERE place <= 2
