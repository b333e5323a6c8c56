-- After the tables are spread: a local table with a key to a reference table could not be spread any more.
-- A plain PostgreSQL takes this file too.  One key a statement: Citus takes no two at once, and, where shards were touched
-- in parallel before, only one after the other.
SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

ALTER TABLE course_progress
  ADD CONSTRAINT course_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE course_progress
  ADD CONSTRAINT course_progress_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses (id) ON DELETE CASCADE;
ALTER TABLE lesson_progress
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE lesson_progress
  ADD CONSTRAINT lesson_progress_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses (id) ON DELETE CASCADE;
ALTER TABLE lessonlab_record.progress_operation
  ADD CONSTRAINT progress_operation_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
