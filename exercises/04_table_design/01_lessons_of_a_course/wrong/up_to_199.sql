-- A title may have 1 letter and it may have 200: one of the bounds is off by one.
-- has: length(title) < 200
-- says: refused, but should be accepted: a title of one letter, and one of 200
CREATE TABLE lesson (
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length(title) > 0 AND length(title) < 200), position INTEGER NOT NULL CHECK (position >= 1),
  PRIMARY KEY (course_id, slug), UNIQUE (course_id, position)
);
