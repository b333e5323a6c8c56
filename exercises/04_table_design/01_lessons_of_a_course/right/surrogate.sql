-- An id of its own for others to refer to; the two rules "once" remain, and NOT NULL has to be said.
CREATE TABLE lesson (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id UUID NOT NULL,
  slug VARCHAR(255) NOT NULL,
  title VARCHAR(255) NOT NULL,
  position SMALLINT NOT NULL,
  CONSTRAINT lesson_course FOREIGN KEY (course_id) REFERENCES courses ON DELETE CASCADE,
  CONSTRAINT lesson_slug UNIQUE (course_id, slug),
  CONSTRAINT lesson_place UNIQUE (course_id, position),
  CONSTRAINT lesson_first CHECK (position > 0)
);
