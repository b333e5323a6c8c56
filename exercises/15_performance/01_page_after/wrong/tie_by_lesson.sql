-- Among rows of the same time the list goes on by id. Ordered by another column, the page does not fit to the one before.
-- says: Among rows of the same time the list goes on by id.
SELECT id, first_started_at FROM lesson_progress
WHERE (first_started_at, id) > (SELECT first_started_at, id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
ORDER BY first_started_at, lesson_id DESC LIMIT 5
