-- With CASCADE the school's books go with the user. An invoice means something without its owner.
-- says: not so: invoices stay without one
-- says: not so: the invoices of who left have no user, and what they were for is known
DELETE FROM bookmark AS later USING bookmark AS earlier
WHERE (later.user_id, later.course_id, later.lesson_id) = (earlier.user_id, earlier.course_id, earlier.lesson_id)
  AND later.added_at > earlier.added_at;
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey,
  ADD UNIQUE (user_id, course_id, lesson_id),
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey,
  ALTER COLUMN user_id DROP NOT NULL,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
