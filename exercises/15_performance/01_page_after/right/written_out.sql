-- The same condition written out: later, or at the same time with a greater id.
WITH shown AS (SELECT id, first_started_at FROM lesson_progress WHERE lesson_id = 'joins' ORDER BY id LIMIT 1)
SELECT lp.id, lp.first_started_at
FROM lesson_progress AS lp, shown
WHERE lp.first_started_at > shown.first_started_at
   OR (lp.first_started_at = shown.first_started_at AND lp.id > shown.id)
ORDER BY lp.first_started_at, lp.id
FETCH FIRST 5 ROWS ONLY
