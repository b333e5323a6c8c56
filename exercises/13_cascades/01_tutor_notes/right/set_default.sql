-- SET DEFAULT does the same here: the default of author_id is NULL. The index serves both the cascade and the reader.
CREATE TABLE tutor_note (id UUID DEFAULT gen_random_uuid() PRIMARY KEY, progress_id UUID, author_id UUID DEFAULT NULL, body TEXT);
ALTER TABLE tutor_note ALTER progress_id SET NOT NULL, ALTER body SET NOT NULL;
ALTER TABLE tutor_note ADD FOREIGN KEY (progress_id) REFERENCES lesson_progress ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE tutor_note ADD FOREIGN KEY (author_id) REFERENCES users ON DELETE SET DEFAULT;
CREATE INDEX ON tutor_note (progress_id);
