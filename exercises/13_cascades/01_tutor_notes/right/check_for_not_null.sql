-- CHECK (… IS NOT NULL) is NOT NULL in other words, with the SQLSTATE 23514.
CREATE TABLE tutor_note ("id" UUID DEFAULT gen_random_uuid() PRIMARY KEY, "body" TEXT, "author_id" UUID DEFAULT NULL, "progress_id" UUID);
ALTER TABLE tutor_note ADD FOREIGN KEY (author_id) REFERENCES users ON DELETE SET DEFAULT;
ALTER TABLE tutor_note ADD FOREIGN KEY (progress_id) REFERENCES lesson_progress ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE tutor_note ALTER body SET NOT NULL, ADD CONSTRAINT p CHECK (progress_id IS NOT NULL);
