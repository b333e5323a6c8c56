-- Each group is numbered by time, and all but the first go, by their ctid. A unique index serves as well as a constraint.
DELETE FROM bookmark WHERE ctid IN (
  SELECT ctid FROM (
    SELECT ctid, row_number() OVER (PARTITION BY user_id, course_id, lesson_id ORDER BY added_at) AS n FROM bookmark
  ) AS numbered WHERE n > 1
);
CREATE UNIQUE INDEX ON bookmark (lesson_id, user_id, course_id);
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey;
ALTER TABLE bookmark ADD CONSTRAINT bookmark_user_id_fkey FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE invoice ALTER COLUMN user_id DROP NOT NULL;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey;
ALTER TABLE invoice ADD CONSTRAINT invoice_user_id_fkey FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
