-- SET NULL and NOT NULL contradict each other, and nobody checks it before the first delete.
-- says: null value in column "author_id"
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE,
  author_id UUID NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  body TEXT NOT NULL
)
