-- says: accepted, but should be refused: a note that says nothing, of nobody
-- says: body is always known, also where the author is not.
CREATE TABLE tutor_note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, progress_id uuid NOT NULL REFERENCES lesson_progress ON DELETE CASCADE,
 author_id uuid REFERENCES users ON DELETE SET NULL, body text, CHECK (body IS NOT NULL OR author_id IS NULL))
