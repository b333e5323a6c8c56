-- With the lesson in the key two lessons of a course can be current.
-- says: accepted, but should be refused: a second current bookmark in a course
-- says: accepted, but should be refused: another one is made current
CREATE UNIQUE INDEX bookmark_current ON bookmark (user_id, course_id, lesson_id) WHERE current;
