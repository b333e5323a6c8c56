-- Where the row is not there, there is no page after it. You give the first page instead.
-- says: extra rows
SELECT id, first_started_at FROM lesson_progress
WHERE (first_started_at, id) > (SELECT coalesce(min(first_started_at), '-infinity'), coalesce((SELECT id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1), '00000000-0000-0000-0000-000000000000') FROM lesson_progress WHERE id = (SELECT id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)) ORDER BY first_started_at, id LIMIT 5
