-- A key on progress_id allows a single note for each row of progress.
-- says: duplicate key value
CREATE TABLE tutor_note (
  progress_id UUID PRIMARY KEY REFERENCES lesson_progress (id) ON DELETE CASCADE,
  author_id UUID REFERENCES users (id) ON DELETE SET NULL,
  body TEXT NOT NULL
)
