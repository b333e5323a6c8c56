-- Nothing keeps two lessons from standing in one place: the pair of course and position must be unique.
-- says: accepted, but should be refused: two lessons in one place
-- says: accepted, but should be refused: two lessons in one place further on
CREATE TABLE lesson (
  course_id UUID REFERENCES courses(id) ON DELETE CASCADE, slug TEXT, title TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1), PRIMARY KEY (course_id, slug)
)
