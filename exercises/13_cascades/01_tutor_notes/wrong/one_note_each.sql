-- A key on progress_id allows a single note for each row of progress.
-- says: refused, but should be accepted: two notes by one tutor on one row
-- says: refused, but should be accepted: notes by two tutors on one row
-- says: refused, but should be accepted: notes by both tutors on both rows
-- says: refused, but should be accepted: two notes with the same words
CREATE TABLE tutor_note (
  progress_id UUID PRIMARY KEY REFERENCES lesson_progress (id) ON DELETE CASCADE,
  author_id UUID REFERENCES users (id) ON DELETE SET NULL,
  body TEXT NOT NULL
)
