-- A column without a default has NULL for one.
DELETE FROM bookmark WHERE ctid IN (
  SELECT ctid FROM (
    SELECT ctid, row_number() OVER (PARTITION BY user_id, course_id, lesson_id ORDER BY added_at) AS n FROM bookmark
  ) AS numbered WHERE n > 1);
ALTER TABLE bookmark
  DROP CONSTRAINT bookmark_user_id_fkey,
  ADD CONSTRAINT bookmark_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  ADD PRIMARY KEY (course_id, lesson_id, user_id);
ALTER TABLE invoice
  ALTER COLUMN user_id DROP NOT NULL,
  DROP CONSTRAINT invoice_user_id_fkey,
  ADD CONSTRAINT invoice_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET DEFAULT;
