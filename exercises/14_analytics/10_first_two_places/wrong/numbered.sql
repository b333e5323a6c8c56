-- row_number gives each row a number of its own: of two with one score, one is put behind the other by chance.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, user_id, score, place FROM (
  SELECT *, row_number() OVER (PARTITION BY course_id, lesson_id ORDER BY score DESC, user_id) AS place FROM lesson_progress WHERE score IS NOT NULL) AS p
WHERE place <= 2
