-- SET NULL writes NULL into a column that is NOT NULL: the user is still held, now by another rule.
-- says: refused, but should be accepted: a user leaves
-- says: refused, but should be accepted: a user leaves for good
DELETE FROM bookmark AS later USING bookmark AS earlier
WHERE (later.user_id, later.course_id, later.lesson_id) = (earlier.user_id, earlier.course_id, earlier.lesson_id)
  AND later.added_at > earlier.added_at;
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey,
  ADD UNIQUE (user_id, course_id, lesson_id),
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
