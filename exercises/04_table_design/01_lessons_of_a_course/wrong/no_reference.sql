-- A column that only looks like a reference refuses no stranger, and notices no deletion.
-- says: accepted, but should be refused: a lesson of no course that there is
-- says: not so: deleting a course deletes its lessons, and no others
CREATE TABLE lesson (
  course_id UUID, slug TEXT, title TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1), PRIMARY KEY (course_id, slug), UNIQUE (course_id, position)
)
