-- A row that began later comes after it whatever its id is. The id decides only between equal times.
-- says: missing rows
SELECT id, first_started_at FROM lesson_progress
WHERE first_started_at > (SELECT first_started_at FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
  AND id > (SELECT id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
ORDER BY first_started_at, id LIMIT 5
