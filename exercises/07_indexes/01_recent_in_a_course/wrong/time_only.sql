-- The newest of all courses come first: the server reads until it has met ten of yours. And nothing finds a course now.
-- says: too many pages: the newest visits of a course
-- says: not so: idx_lesson_progress_course_id is gone, and the rows of a course are still found by an index
-- says: not so: the new index has more than one column
-- says: not so: behind the course stands the time, and nothing in between
CREATE INDEX newest ON lesson_progress (last_accessed_at DESC);
DROP INDEX idx_lesson_progress_course_id;
