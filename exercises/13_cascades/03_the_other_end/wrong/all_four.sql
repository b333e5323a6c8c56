-- course_id was served already: the primary key begins with it. The second index costs every write and helps nobody.
-- says: not so: no index is more than is needed
CREATE INDEX ON note (progress_id);
CREATE INDEX ON certificate (user_id);
CREATE INDEX ON certificate (course_id);
CREATE INDEX ON attempt (user_id);
