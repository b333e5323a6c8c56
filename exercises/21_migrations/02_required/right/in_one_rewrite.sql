-- The type stays, and USING says what each row's number is. It rewrites the table under its strongest lock: a word for small tables.
ALTER TABLE lesson_progress
  ALTER COLUMN attempts TYPE INTEGER USING coalesce(attempts, (score IS NOT NULL)::integer),
  ALTER COLUMN attempts SET NOT NULL;
