-- says: refused, but should be accepted: a long note
-- says: body is any text. A rule or a length of yours is too narrow for a note of a few sentences.
CREATE TABLE tutor_note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, progress_id uuid NOT NULL REFERENCES lesson_progress ON DELETE CASCADE,
 author_id uuid REFERENCES users ON DELETE SET NULL, body varchar(1000) NOT NULL)
