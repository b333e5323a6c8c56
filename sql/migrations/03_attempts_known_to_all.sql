-- The old rows are read now, and whoever reads or writes goes on meanwhile.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE lesson_progress VALIDATE CONSTRAINT lesson_progress_attempts_known;
