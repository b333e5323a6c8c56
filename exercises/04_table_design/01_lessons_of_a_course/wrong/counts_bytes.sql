-- octet_length counts bytes, and `ü` has two: a title of 200 letters may have more. length counts letters.
-- has: octet_length
-- says: refused, but should be accepted: a title of one letter, and one of 200
CREATE TABLE lesson (
  course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug TEXT NOT NULL,
  title TEXT NOT NULL CHECK (octet_length(title) BETWEEN 1 AND 200), position INTEGER NOT NULL CHECK (position >= 1),
  PRIMARY KEY (course_id, slug), UNIQUE (course_id, position)
);
