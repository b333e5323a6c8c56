-- The old rows, while everybody goes on.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE lesson_progress VALIDATE CONSTRAINT lesson_progress_lesson_fkey;

COMMENT ON CONSTRAINT lesson_progress_lesson_fkey ON lesson_progress IS
  'Decided: NO ACTION. A lesson that somebody has opened is not deleted by accident.';
