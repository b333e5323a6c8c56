-- The last row is shown once more: the next page begins after it.
-- says: missing rows
-- says: extra rows
SELECT id, first_started_at FROM lesson_progress
WHERE (first_started_at, id) >= (SELECT first_started_at, id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
ORDER BY first_started_at, id LIMIT 5
