-- Without a reference the note keeps the id of somebody who is gone, and takes ids that nobody ever had.
-- says: accepted, but should be refused: a note by nobody that there is
-- says: not so: the notes of an author who left are there, without an author
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id) ON DELETE CASCADE,
  author_id UUID,
  body TEXT NOT NULL
)
