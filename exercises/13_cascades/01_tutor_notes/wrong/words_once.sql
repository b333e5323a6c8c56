-- says: refused, but should be accepted: two notes with the same words
-- says: Two notes may say the same.
CREATE TABLE tutor_note (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE,
 author_id UUID REFERENCES users (id) ON DELETE SET NULL, body TEXT NOT NULL UNIQUE);
