-- The index looks at all bookmarks. Only those that are current may be there once.
-- says: refused, but should be accepted: many that are not current
-- says: refused, but should be accepted: several in one lesson
-- says: refused, but should be accepted: a course without a current one
-- says: refused, but should be accepted: the next one is current, after the last one no more
-- says: refused, but should be accepted: one that is current beside one that is not
CREATE UNIQUE INDEX bookmark_current ON bookmark (user_id, course_id);
