-- The end of an id is not the id: another learner or course may have an id that ends alike. Take the columns as they are.
-- says: refused, but should be accepted: a current one in each of two courses
-- says: refused, but should be accepted: a current one of each of two learners
CREATE UNIQUE INDEX bookmark_current ON bookmark (right(user_id::text, 12), right(course_id::text, 12)) WHERE current;
