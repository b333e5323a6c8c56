-- SET NULL and NOT NULL contradict each other, and nobody checks it before the first delete.
-- says: refused, but should be accepted: a note without an author
-- says: refused, but should be accepted: two notes with the same words
-- says: not so: an author who is left out is nobody
-- says: not so: the notes of an author who left are there, without an author
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE,
  author_id UUID NOT NULL REFERENCES users (id) ON DELETE SET NULL,
  body TEXT NOT NULL
)
