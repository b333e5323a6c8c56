-- With the flag in the key a course has one bookmark that is current, and one that is not.
-- says: refused, but should be accepted: many that are not current
-- says: refused, but should be accepted: several in one lesson
-- says: refused, but should be accepted: a course without a current one
-- says: refused, but should be accepted: the next one is current, after the last one no more
CREATE UNIQUE INDEX bookmark_current ON bookmark (user_id, course_id, current);
