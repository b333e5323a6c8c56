-- The smaller of two places in the list is said by both columns together. Here a row must have both a later time and a greater id, and a later row with a smaller id is left out.
-- says: missing rows
WITH last AS (SELECT first_started_at, id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1) SELECT p.id, p.first_started_at FROM lesson_progress p, last WHERE p.first_started_at >= last.first_started_at AND p.id > last.id ORDER BY p.first_started_at, p.id LIMIT 5
