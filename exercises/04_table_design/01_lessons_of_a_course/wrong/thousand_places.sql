-- says: refused, but should be accepted: a course with many lessons, some places still free
-- says: A place is any number from 1 up: a course may have many lessons, and nothing says that they are numbered without a gap.
CREATE TABLE lesson (
  course_id uuid REFERENCES courses ON DELETE CASCADE, slug text, title text NOT NULL,
  position int NOT NULL CHECK (position BETWEEN 1 AND 1000), PRIMARY KEY (course_id, slug), UNIQUE (course_id, position))
