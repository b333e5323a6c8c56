-- A slug alone is no key: every course may have an introduction.
-- says: constraint "lesson_pkey"
-- says: constraint "lesson_pkey"
CREATE TABLE lesson (
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug TEXT PRIMARY KEY, title TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1), UNIQUE (course_id, position)
)
