-- An index that is not UNIQUE finds, and refuses nothing.
-- says: accepted, but should be refused: a second current bookmark in a course
-- says: accepted, but should be refused: the same lesson, current twice
-- says: accepted, but should be refused: another one is made current
CREATE INDEX bookmark_current ON bookmark (user_id, course_id) WHERE current;
