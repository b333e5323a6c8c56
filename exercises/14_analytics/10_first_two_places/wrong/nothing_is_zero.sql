-- A row without a score is not a row with 0, and has no place.
-- says: extra rows
SELECT course_id, lesson_id, user_id, score, place FROM (
  SELECT *, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY coalesce(score, 0) DESC) AS place FROM lesson_progress) AS p
WHERE place <= 2
