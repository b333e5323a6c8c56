-- Migrate: the lessons of the rows that were there before the trigger.  All are read first, then entered:
-- who opens one of them meanwhile waits for the entering, which is short, and not for the reading.
SET LOCAL lock_timeout = '500ms';

CREATE TEMPORARY TABLE known ON COMMIT DROP AS
SELECT DISTINCT course_id, lesson_id FROM lesson_progress;

INSERT INTO lessons (course_id, lesson_id)
SELECT course_id, lesson_id FROM known
ON CONFLICT DO NOTHING;

ANALYZE lessons;
