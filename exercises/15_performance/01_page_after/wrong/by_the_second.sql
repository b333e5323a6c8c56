-- Times are kept to the microsecond. Cut to the second, rows that began one after the other began together for yours, and are in the order of their ids.
-- says: rows
SELECT id, first_started_at FROM lesson_progress
WHERE (date_trunc('second', first_started_at), id) > (
  SELECT date_trunc('second', first_started_at), id FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
ORDER BY date_trunc('second', first_started_at), id LIMIT 5
