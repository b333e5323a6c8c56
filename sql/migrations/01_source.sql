-- Where a row came from.  A constant default is kept in the catalog: no row is written.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE lesson_progress ADD COLUMN source TEXT NOT NULL DEFAULT 'web';

COMMENT ON COLUMN lesson_progress.source IS 'Which app made the row: web, phone, import.';
