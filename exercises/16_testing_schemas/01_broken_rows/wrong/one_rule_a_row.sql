-- CASE stops at the first that fits: a row that breaks several rules is told of one.
-- says: missing rows
SELECT * FROM (
  SELECT id, CASE WHEN completed <> (completed_at IS NOT NULL) THEN 'time'
                  WHEN completed_at < first_started_at THEN 'order'
                  WHEN score IS NOT NULL AND COALESCE(attempts, 0) = 0 THEN 'attempt' END AS rule
  FROM lesson_progress
) AS r WHERE rule IS NOT NULL
