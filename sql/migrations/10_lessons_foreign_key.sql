-- The foreign key, for new rows first.  It locks both tables, for a moment.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE lesson_progress ADD CONSTRAINT lesson_progress_lesson_fkey
  FOREIGN KEY (course_id, lesson_id) REFERENCES lessons (course_id, lesson_id) NOT VALID;
