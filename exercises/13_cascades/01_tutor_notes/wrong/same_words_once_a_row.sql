-- says: refused, but should be accepted: two notes with the same words
-- says: Two notes may say the same.
CREATE TABLE tutor_note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, progress_id uuid NOT NULL REFERENCES lesson_progress ON DELETE CASCADE,
 author_id uuid REFERENCES users ON DELETE SET NULL, body text NOT NULL, UNIQUE (progress_id, author_id, body))
