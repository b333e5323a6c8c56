-- The place is a key as well, checked at the end of the transaction, so that two lessons can change places.
CREATE TABLE lesson (
  course_id UUID NOT NULL REFERENCES courses ON DELETE CASCADE,
  position INT CHECK (position BETWEEN 1 AND 10000),
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (course_id, position) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (slug, course_id)
);
