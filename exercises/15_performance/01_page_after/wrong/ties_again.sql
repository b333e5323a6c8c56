-- Rows that began at the same time and have a smaller id stand before the last row: they have been shown already.
-- says: missing rows
-- says: extra rows
SELECT id, first_started_at FROM lesson_progress
WHERE first_started_at >= (SELECT first_started_at FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
  AND id <> (SELECT id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
ORDER BY first_started_at, id LIMIT 5
