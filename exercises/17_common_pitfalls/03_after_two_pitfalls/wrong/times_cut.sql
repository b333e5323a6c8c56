-- says: extra rows: the bookmarks that are left
CREATE TEMP TABLE kept AS
SELECT user_id, course_id, lesson_id, date_trunc('second', min(added_at)) AS added_at FROM bookmark GROUP BY 1, 2, 3;
TRUNCATE bookmark;
INSERT INTO bookmark SELECT * FROM kept;
DROP TABLE kept;
ALTER TABLE bookmark ADD UNIQUE (user_id, course_id, lesson_id),
  DROP CONSTRAINT bookmark_user_id_fkey, ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice ALTER user_id DROP NOT NULL, DROP CONSTRAINT invoice_user_id_fkey,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
