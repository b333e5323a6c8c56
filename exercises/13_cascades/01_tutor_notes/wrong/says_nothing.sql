-- A reference that says nothing has NO ACTION: it forbids the delete as long as a note points there.
-- says: not so: the notes of an author who left are there, without an author
-- says: not so: the notes on the deleted row are gone, the others are there
-- says: not so: no note on the learner is left when the learner is deleted
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id),
  author_id UUID REFERENCES users (id),
  body TEXT NOT NULL
)
