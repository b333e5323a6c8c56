-- The condition is the wrong way round: the rule is for bookmarks that are current.
-- says: accepted, but should be refused: a second current bookmark in a course
-- says: accepted, but should be refused: the same lesson, current twice
-- says: accepted, but should be refused: another one is made current
-- says: refused, but should be accepted: many that are not current
-- says: refused, but should be accepted: several in one lesson
-- says: refused, but should be accepted: a course without a current one
-- says: refused, but should be accepted: the next one is current, after the last one no more
CREATE UNIQUE INDEX bookmark_current ON bookmark (user_id, course_id) WHERE NOT current;
