-- Rows that began at the same time as the last one, and come after it by id, are left out: no page ever shows them.
-- says: missing rows
WITH last AS (SELECT first_started_at, id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1) SELECT p.id, p.first_started_at FROM lesson_progress p, last WHERE p.first_started_at > last.first_started_at ORDER BY p.first_started_at, p.id LIMIT 5
