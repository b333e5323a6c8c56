-- One pass over the table: three rows for each row, of which the broken ones stay.
SELECT lp.id, asked.rule
FROM lesson_progress AS lp
CROSS JOIN LATERAL (VALUES
  ('time', lp.completed IS DISTINCT FROM (lp.completed_at IS NOT NULL)),
  ('order', lp.first_started_at > lp.completed_at),
  ('attempt', lp.score IS NOT NULL AND (lp.attempts > 0) IS NOT TRUE)
) AS asked (rule, broken)
WHERE asked.broken
