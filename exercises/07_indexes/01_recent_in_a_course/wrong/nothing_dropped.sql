-- The index on course_id alone now serves nothing that yours does not.
-- says: not so: one index fewer than before, and one more
-- says: not so: idx_lesson_progress_course_id is gone, and the rows of a course are still found by an index
CREATE INDEX newest ON lesson_progress (course_id, last_accessed_at DESC);
