-- says: refused, but should be accepted: two notes by one tutor on one row
-- says: A row of lesson_progress may have several notes, also by one author.
CREATE TABLE tutor_note (progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE, author_id UUID REFERENCES users (id) ON DELETE SET NULL, body TEXT NOT NULL, UNIQUE (progress_id, author_id));
