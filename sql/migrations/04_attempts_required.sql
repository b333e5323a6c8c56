-- NOT NULL: the server believes the CHECK, and reads no row.  Then the CHECK has done its work.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE lesson_progress ALTER COLUMN attempts SET NOT NULL;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_attempts_known;
