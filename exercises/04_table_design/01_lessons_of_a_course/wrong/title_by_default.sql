-- says: accepted, but should be refused: a lesson without title
-- says: The title is always known, so it must not be NULL, nor be filled by a default.
CREATE TABLE lesson (
 course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
 slug TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL CHECK (position >= 1),
 PRIMARY KEY (course_id, slug), UNIQUE (course_id, position));
