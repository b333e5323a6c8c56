-- The rules of a place are a type of their own: a domain.
CREATE DOMAIN place AS INTEGER NOT NULL CHECK (VALUE > 0); CREATE TABLE lesson (
 course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
 slug TEXT NOT NULL, title TEXT NOT NULL, position place,
 PRIMARY KEY (course_id, slug), UNIQUE (course_id, position));
