--@ sqlstate cascade: CASCADE, and a user goes
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
DELETE FROM users WHERE id = :mina;
--@ value kept_without_a_name: SET NULL, the column may be NULL, and a user goes
ALTER TABLE lesson_progress ALTER user_id DROP NOT NULL;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
DELETE FROM users WHERE id = :mina;
SELECT count(*) FROM lesson_progress WHERE user_id IS NULL;
--@ sqlstate set_null_on_not_null: SET NULL, the column may not, and a user goes
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
DELETE FROM users WHERE id = :mina;
--@ sqlstate restrict_course: RESTRICT, and a course goes that learners are in
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_course_id_fkey,
  ADD CONSTRAINT lesson_progress_course_id_fkey FOREIGN KEY (course_id) REFERENCES courses (id) ON DELETE RESTRICT;
DELETE FROM courses WHERE id = :databases;
