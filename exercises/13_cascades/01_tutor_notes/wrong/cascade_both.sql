-- CASCADE on the author takes all that they wrote along. The note was to stay.
-- says: not so: the notes of an author who left are there, without an author
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE,
  author_id UUID REFERENCES users (id) ON DELETE CASCADE,
  body TEXT NOT NULL
)
