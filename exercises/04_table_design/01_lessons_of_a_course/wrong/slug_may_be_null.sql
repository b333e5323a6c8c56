-- says: accepted, but should be refused: a lesson without slug
-- says: A lesson always has its slug: who leaves it out must be refused.
CREATE TABLE lesson (
 course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
 slug TEXT, title TEXT NOT NULL, position INTEGER NOT NULL CHECK (position >= 1),
 UNIQUE (course_id, slug), UNIQUE (course_id, position));
