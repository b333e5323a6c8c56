-- Without ON DELETE CASCADE the lessons keep their course from being deleted.
-- says: refused, but should be accepted: a lesson, and its course deleted
CREATE TABLE lesson (
  course_id UUID REFERENCES courses(id), slug TEXT, title TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1), PRIMARY KEY (course_id, slug), UNIQUE (course_id, position)
)
