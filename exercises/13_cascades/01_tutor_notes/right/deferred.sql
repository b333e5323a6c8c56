-- The reference is checked at the end of the transaction only, and cascades all the same.
CREATE TABLE tutor_note (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
 author_id UUID REFERENCES users (id) ON DELETE SET NULL, body TEXT NOT NULL);
