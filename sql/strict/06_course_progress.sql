-- The JSONB column holds an array, and nothing else.

ALTER TABLE course_progress
  ADD CONSTRAINT course_progress_lessons_are_array CHECK (jsonb_typeof(completed_lessons) = 'array');

COMMENT ON CONSTRAINT course_progress_lessons_are_array ON course_progress IS
  'JSONB would take a number or an object as well.';
