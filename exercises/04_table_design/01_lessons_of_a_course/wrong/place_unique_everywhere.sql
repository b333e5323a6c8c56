-- The place is unique within a course, not in the whole table: each course has a first lesson.
-- says: constraint "lesson_position_key"
-- says: constraint "lesson_position_key"
CREATE TABLE lesson (
  course_id UUID REFERENCES courses(id) ON DELETE CASCADE, slug TEXT, title TEXT NOT NULL,
  position INTEGER NOT NULL UNIQUE CHECK (position >= 1), PRIMARY KEY (course_id, slug)
)
