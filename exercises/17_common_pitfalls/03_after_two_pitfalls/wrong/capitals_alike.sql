-- says: refused, but should be accepted: lessons that differ in a capital alone
-- says: 'joins' and 'Joins' are two lessons: lesson_id is compared as it is.
DELETE FROM bookmark AS later USING bookmark AS earlier
WHERE (later.user_id, later.course_id, later.lesson_id) = (earlier.user_id, earlier.course_id, earlier.lesson_id)
  AND later.added_at > earlier.added_at;
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey,
  ALTER COLUMN user_id DROP NOT NULL,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
CREATE UNIQUE INDEX ON bookmark (user_id, course_id, lower(lesson_id));
