--@ do: the guide's key
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT;
--@ sqlstate sqlstate: a user with progress
DELETE FROM users WHERE id = :mina;
--@ sqlstate her_rows_first: her rows first, then her
DELETE FROM lesson_progress WHERE user_id = :mina;
DELETE FROM users WHERE id = :mina;
