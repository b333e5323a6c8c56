-- says: accepted, but should be refused: a bookmark of a course that is not there, as before
-- says: not so: its bookmarks go too, as before
DELETE FROM bookmark AS later USING bookmark AS earlier WHERE later.user_id = earlier.user_id AND later.course_id = earlier.course_id AND later.lesson_id = earlier.lesson_id AND (later.added_at, later.ctid) > (earlier.added_at, earlier.ctid);
ALTER TABLE bookmark ADD UNIQUE (user_id, course_id, lesson_id), DROP CONSTRAINT bookmark_user_id_fkey, ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE, DROP CONSTRAINT bookmark_course_id_fkey;
ALTER TABLE invoice ALTER COLUMN user_id DROP NOT NULL, DROP CONSTRAINT invoice_user_id_fkey, ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
