-- says: refused, but should be accepted: the same lesson in each of two courses, by name, title and place
-- says: Two courses may have a lesson of the same name, title and place: what must differ is one of the three within a course.
CREATE TABLE lesson (
  course_id uuid REFERENCES courses ON DELETE CASCADE, slug text, title text NOT NULL,
  position int NOT NULL CHECK (position >= 1), PRIMARY KEY (course_id, slug), UNIQUE (course_id, position), UNIQUE (slug, title))
