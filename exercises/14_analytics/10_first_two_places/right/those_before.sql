-- A place is one more than the number of those who are better.
SELECT p.course_id, p.lesson_id, p.user_id, p.score, q.better + 1
FROM lesson_progress AS p
CROSS JOIN LATERAL (
  SELECT count(*) AS better FROM lesson_progress AS o
  WHERE o.course_id = p.course_id AND o.lesson_id = p.lesson_id AND o.score > p.score
) AS q
WHERE p.score IS NOT NULL AND q.better < 2
