-- The order of the columns decides: with the time first, the rows of one course lie scattered over the whole index.
-- says: idx_lesson_progress_course_id is gone, and the rows of a course are still found by an index
CREATE INDEX newest ON lesson_progress (last_accessed_at, course_id);
DROP INDEX idx_lesson_progress_course_id;
