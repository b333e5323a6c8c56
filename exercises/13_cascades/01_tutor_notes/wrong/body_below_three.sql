-- says: refused, but should be accepted: a long note
-- says: body is any text. A rule or a length of yours is too narrow for a note of a few sentences.
CREATE TABLE tutor_note (progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE, author_id UUID REFERENCES users (id) ON DELETE SET NULL, body TEXT NOT NULL CHECK (length(body) < 3));
