-- A partial UNIQUE index is a rule for some rows: only current bookmarks have an entry, and of these each course has one for a learner.
CREATE UNIQUE INDEX bookmark_current ON bookmark (user_id, course_id) WHERE current;
