-- A slug alone is no key: every course may have an introduction.
-- says: refused, but should be accepted: an introduction in each of two courses
-- says: refused, but should be accepted: the same lesson in each of two courses, by name, title and place
CREATE TABLE lesson (
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug TEXT PRIMARY KEY, title TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1), UNIQUE (course_id, position)
)
