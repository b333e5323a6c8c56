-- The order of the columns decides: with the time first, the rows of one course lie scattered over the whole index.
-- says: not so: idx_lesson_progress_course_id is gone, and the rows of a course are still found by an index
-- says: not so: behind the course stands the time, and nothing in between
CREATE INDEX newest ON lesson_progress (last_accessed_at, course_id);
DROP INDEX idx_lesson_progress_course_id;
