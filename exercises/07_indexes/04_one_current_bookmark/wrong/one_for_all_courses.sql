-- In each course there may be a current bookmark: the course belongs to the key.
-- says: refused, but should be accepted: a current one in each of two courses
CREATE UNIQUE INDEX bookmark_current ON bookmark (user_id) WHERE current;
