-- Among rows of the same time the order is left open, so the pages are cut anew each time: end the order with the id.
-- says: row
SELECT id, first_started_at FROM (
  SELECT * FROM lesson_progress
  WHERE (first_started_at, id) > (SELECT first_started_at, id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
  ORDER BY lesson_id DESC
) AS later ORDER BY first_started_at LIMIT 5
