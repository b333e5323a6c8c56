-- One way to write a lesson's name, so that one lesson is one lesson.

ALTER TABLE lesson_progress
  ADD CONSTRAINT lesson_progress_lesson_id_is_slug CHECK (lesson_id ~ '^[a-z0-9]+([-_][a-z0-9]+)*$');

COMMENT ON CONSTRAINT lesson_progress_lesson_id_is_slug ON lesson_progress IS
  'Decided: lower-case letters, digits, and single - or _ between them. Refuses the empty name, blanks around it and capitals; and URLs, which the guide would allow.';
