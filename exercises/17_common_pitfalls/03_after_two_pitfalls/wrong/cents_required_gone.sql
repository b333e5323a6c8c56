-- says: something else changes: the column cents of invoice is another
-- says: was there before, and nothing in the question asks for it to change.
DELETE FROM bookmark b USING bookmark e WHERE (b.user_id, b.course_id, b.lesson_id) = (e.user_id, e.course_id, e.lesson_id) AND b.added_at > e.added_at;
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey, ADD UNIQUE (user_id, course_id, lesson_id), ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey, ALTER user_id DROP NOT NULL, ALTER cents DROP NOT NULL, ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
