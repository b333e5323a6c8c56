-- A rule for new rows.  NOT VALID: the old ones are not read while the lock is held.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE lesson_progress ADD CONSTRAINT lesson_progress_attempts_known CHECK (attempts IS NOT NULL) NOT VALID;
