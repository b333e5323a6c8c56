-- says: refused, but should be accepted: a long title, with capitals, marks and digits
-- says: A title is any text. A rule or a length of yours is too narrow for this one.
CREATE TABLE lesson (course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug TEXT NOT NULL,
  title VARCHAR(20) NOT NULL, position INTEGER NOT NULL CHECK (position >= 1), PRIMARY KEY (course_id, slug), UNIQUE (course_id, position));
