-- The invoice was mended, and the bookmarks still hold their user. One table is enough for that.
-- says: refused, but should be accepted: a user leaves
-- says: not so: bookmarks go with their user
-- says: refused, but should be accepted: a user leaves for good
DELETE FROM bookmark AS later USING bookmark AS earlier
WHERE (later.user_id, later.course_id, later.lesson_id) = (earlier.user_id, earlier.course_id, earlier.lesson_id)
  AND later.added_at > earlier.added_at;
ALTER TABLE bookmark ADD UNIQUE (user_id, course_id, lesson_id);
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey,
  ALTER COLUMN user_id DROP NOT NULL,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
