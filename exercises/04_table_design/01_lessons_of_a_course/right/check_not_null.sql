-- CHECK (title IS NOT NULL) refuses NULL as well; its SQLSTATE is 23514.
CREATE TABLE lesson (
 course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
 slug TEXT NOT NULL, title TEXT CHECK (title IS NOT NULL), position INTEGER NOT NULL CHECK (position >= 1),
 PRIMARY KEY (course_id, slug), UNIQUE (course_id, position));
