-- What is always known is required: the columns that the guide leaves nullable although every row has a value.

ALTER TABLE lesson_progress
  ALTER COLUMN time_spent_seconds SET NOT NULL,
  ALTER COLUMN attempts SET NOT NULL,
  ALTER COLUMN first_started_at SET NOT NULL,
  ALTER COLUMN last_accessed_at SET NOT NULL,
  ALTER COLUMN created_at SET NOT NULL,
  ALTER COLUMN updated_at SET NOT NULL;

ALTER TABLE course_progress
  ALTER COLUMN last_accessed_at SET NOT NULL,
  ALTER COLUMN created_at SET NOT NULL,
  ALTER COLUMN updated_at SET NOT NULL;
