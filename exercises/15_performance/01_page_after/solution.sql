-- The row comparison says "after it in the list" in one condition, and an index on (first_started_at, id) would be entered at just that place.
SELECT id, first_started_at
FROM lesson_progress
WHERE (first_started_at, id) > (SELECT first_started_at, id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
ORDER BY first_started_at, id
LIMIT 5;
