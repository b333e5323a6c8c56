-- Two references, two rules: what a note is about is part of it, who wrote it is a fact about it that may be forgotten.
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE,
  author_id UUID REFERENCES users (id) ON DELETE SET NULL,
  body TEXT NOT NULL
);
