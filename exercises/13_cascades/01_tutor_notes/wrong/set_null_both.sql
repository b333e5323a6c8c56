-- A note about nothing is of no use to anybody: with the row of progress the note was to go.
-- says: accepted, but should be refused: a note about nothing
-- says: accepted, but should be refused: a note whose row is left out
-- says: not so: the notes on the deleted row are gone, the others are there
-- says: not so: no note on the learner is left when the learner is deleted
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID REFERENCES lesson_progress (id) ON DELETE SET NULL,
  author_id UUID REFERENCES users (id) ON DELETE SET NULL,
  body TEXT NOT NULL
)
