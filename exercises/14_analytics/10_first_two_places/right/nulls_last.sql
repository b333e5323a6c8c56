-- NULLS LAST puts them behind all others; who has none is left out outside.
WITH placed AS (
  SELECT *, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC NULLS LAST) AS place FROM lesson_progress
)
SELECT course_id, lesson_id, user_id, score, place FROM placed WHERE place IN (1, 2) AND score IS NOT NULL
