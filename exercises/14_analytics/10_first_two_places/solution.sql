-- rank leaves places out after a tie. NULL would come first in a falling order, so rows without a score are left out before. The place can be
-- asked for in a query around the one that gives it.
SELECT course_id, lesson_id, user_id, score, place
FROM (
  SELECT course_id, lesson_id, user_id, score, rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC) AS place
  FROM lesson_progress
  WHERE score IS NOT NULL
) AS placed
WHERE place <= 2
