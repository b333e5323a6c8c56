-- What is unique and never NULL can be the primary key. A row goes when there is one before it.
DELETE FROM bookmark AS b WHERE EXISTS (
  SELECT FROM bookmark AS o
  WHERE o.user_id = b.user_id AND o.course_id = b.course_id AND o.lesson_id = b.lesson_id AND o.added_at < b.added_at
);
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey,
  ADD PRIMARY KEY (user_id, course_id, lesson_id),
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey,
  ALTER COLUMN user_id DROP NOT NULL,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
