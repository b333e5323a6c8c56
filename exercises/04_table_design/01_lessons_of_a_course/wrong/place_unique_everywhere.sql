-- The place is unique within a course, not in the whole table: each course has a first lesson.
-- says: refused, but should be accepted: a first lesson in each of two courses
-- says: refused, but should be accepted: the same lesson in each of two courses, by name, title and place
CREATE TABLE lesson (
  course_id UUID REFERENCES courses(id) ON DELETE CASCADE, slug TEXT, title TEXT NOT NULL,
  position INTEGER NOT NULL UNIQUE CHECK (position >= 1), PRIMARY KEY (course_id, slug)
)
