--@ sqlstate no_action_with_constraints_deferred: she, then her rows, all constraints deferred
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE NO ACTION;
SET CONSTRAINTS ALL DEFERRED;
DELETE FROM users WHERE id = :mina;
DELETE FROM lesson_progress WHERE user_id = :mina;
--@ sqlstate declared_deferrable: the same, the key declared DEFERRABLE
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
  ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED;
DELETE FROM users WHERE id = :mina;
DELETE FROM lesson_progress WHERE user_id = :mina;
--@ refused 23001 or 23503: the same under RESTRICT, declared DEFERRABLE
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
  ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
DELETE FROM users WHERE id = :mina;
DELETE FROM lesson_progress WHERE user_id = :mina;
--@ true: replaced in one statement under NO ACTION
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE NO ACTION;
WITH gone AS (DELETE FROM users WHERE id = :mina RETURNING *) INSERT INTO users SELECT * FROM gone;
SELECT count(*) > 0 FROM lesson_progress WHERE user_id = :mina;
--@ refused 23001 or 23503: replaced in one statement under RESTRICT
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD CONSTRAINT lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT;
WITH gone AS (DELETE FROM users WHERE id = :mina RETURNING *) INSERT INTO users SELECT * FROM gone;
