-- The order written out; an index can be read from either end.
CREATE INDEX newest ON lesson_progress (course_id, last_accessed_at DESC);
DROP INDEX idx_lesson_progress_course_id;
