-- All rows are numbered, which is dearer: right for a small list.
WITH list AS (
  SELECT id, lesson_id, first_started_at, row_number() OVER (ORDER BY first_started_at, id) AS place FROM lesson_progress
), shown AS (SELECT place FROM list WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
SELECT list.id, list.first_started_at FROM list JOIN shown ON list.place BETWEEN shown.place + 1 AND shown.place + 5
ORDER BY list.place
