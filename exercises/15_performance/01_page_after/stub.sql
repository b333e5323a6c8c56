-- id, first_started_at of five rows, in the order of the list
SELECT id, first_started_at  -- TODO
FROM lesson_progress
ORDER BY first_started_at, id
LIMIT 5
