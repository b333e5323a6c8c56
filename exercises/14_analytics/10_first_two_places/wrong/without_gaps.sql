-- dense_rank leaves no place out: after two on place 1 comes place 2. In sports it is 3.
-- says: extra rows
SELECT course_id, lesson_id, user_id, score, place FROM (
  SELECT *, dense_rank() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC) AS place FROM lesson_progress WHERE score IS NOT NULL) AS p
WHERE place <= 2
