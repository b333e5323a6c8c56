-- This is the first page. Nothing says where to go on from.
-- says: missing rows
-- says: extra rows
SELECT id, first_started_at FROM lesson_progress ORDER BY first_started_at, id LIMIT 5 OFFSET 1
