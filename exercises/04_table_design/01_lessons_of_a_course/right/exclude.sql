-- EXCLUDE with = on both columns is the rule that UNIQUE states; its SQLSTATE is 23P01.
CREATE TABLE lesson (
 course_id UUID NOT NULL REFERENCES courses(id) ON DELETE CASCADE,
 slug TEXT NOT NULL, title TEXT NOT NULL, position INTEGER NOT NULL CHECK (position >= 1),
 PRIMARY KEY (course_id, slug), EXCLUDE USING btree (course_id WITH =, position WITH =));
