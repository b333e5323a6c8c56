-- A reference that says nothing has NO ACTION: it forbids the delete as long as a note points there.
-- says: violates foreign key constraint
CREATE TABLE tutor_note (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  progress_id UUID NOT NULL REFERENCES lesson_progress (id),
  author_id UUID REFERENCES users (id),
  body TEXT NOT NULL
)
