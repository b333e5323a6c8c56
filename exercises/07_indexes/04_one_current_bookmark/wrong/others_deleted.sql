-- says: not so: all bookmarks are still there
-- says: something else changes: the rows of bookmark are others than before
DELETE FROM bookmark WHERE NOT current;
CREATE UNIQUE INDEX bookmark_current ON bookmark (user_id, course_id) WHERE current;
