-- The names of the broken rules as an array, taken apart.
SELECT id, unnest(
  CASE WHEN (completed AND completed_at IS NULL) OR (NOT completed AND completed_at IS NOT NULL) THEN ARRAY['time'] ELSE '{}' END
  || CASE WHEN completed_at < first_started_at THEN ARRAY['order'] ELSE '{}' END
  || CASE WHEN score IS NOT NULL AND (attempts IS NULL OR attempts = 0) THEN ARRAY['attempt'] ELSE '{}' END
) FROM lesson_progress
