-- Two bookmarks may be added within one second: who rounds their times finds them equal, and the earlier one
-- goes.
-- has: timestamptz(0)
-- says: not so: the earliest is among those that are left
DELETE FROM bookmark WHERE ctid IN (
  SELECT ctid FROM (
    SELECT ctid, row_number() OVER (
      PARTITION BY user_id, course_id, lesson_id ORDER BY added_at::timestamptz(0), ctid) AS n
    FROM bookmark
  ) AS numbered WHERE n > 1);
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey,
  ADD UNIQUE (user_id, course_id, lesson_id),
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey,
  ALTER COLUMN user_id DROP NOT NULL,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
