-- The row on the screen is the one with the smallest id, and not the one that began first.
-- says: missing rows
WITH last AS (SELECT first_started_at, id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY first_started_at, id LIMIT 1) SELECT p.id, p.first_started_at FROM lesson_progress p, last WHERE (p.first_started_at, p.id) > (last.first_started_at, last.id) ORDER BY p.first_started_at, p.id LIMIT 5
