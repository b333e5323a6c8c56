-- The lengths that need not fit are refused; char_length counts letters, not bytes.
CREATE TABLE lesson (
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug TEXT NOT NULL,
  title TEXT NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200), position INTEGER NOT NULL CHECK (position >= 1),
  UNIQUE (course_id, slug), UNIQUE (course_id, position) DEFERRABLE
);
