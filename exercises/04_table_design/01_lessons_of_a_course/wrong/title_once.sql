-- says: refused, but should be accepted: two lessons of a course, with the same title
-- says: Two lessons of a course may have the same title: what must differ is the slug, and the place.
CREATE TABLE lesson (
 course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
 slug TEXT NOT NULL, title TEXT NOT NULL, position INTEGER NOT NULL CHECK (position >= 1),
 PRIMARY KEY (course_id, slug), UNIQUE (course_id, position), UNIQUE (course_id, title));
