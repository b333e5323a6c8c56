-- says: refused, but should be accepted: a slug of several words, such as html-basics-2
-- says: A slug is a text such as joins, and others have hyphens, digits and more letters. A rule of yours is too narrow for this one.
CREATE TABLE lesson (course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug TEXT NOT NULL CHECK (slug ~ '^[a-z]+$'),
  title TEXT NOT NULL, position INTEGER NOT NULL CHECK (position >= 1), PRIMARY KEY (course_id, slug), UNIQUE (course_id, position));
