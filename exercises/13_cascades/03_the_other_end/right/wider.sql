-- The column of the reference first, and behind it what some other question needs.
CREATE INDEX ON note (progress_id, id);
CREATE UNIQUE INDEX ON certificate (user_id, course_id);
CREATE INDEX ON attempt (user_id, passed);
