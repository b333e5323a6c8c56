-- One fact, one place: the title stands once, beside the key that it belongs to. A slug names a lesson only together with
-- its course, so the key has both columns.
CREATE TABLE lesson (
  course_id UUID REFERENCES courses(id) ON DELETE CASCADE,
  slug TEXT,
  title TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  PRIMARY KEY (course_id, slug),
  UNIQUE (course_id, position)
);
