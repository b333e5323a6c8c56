-- says: not so: idx_lesson_progress_course_id is gone, and the rows of a course are still found by an index
-- says: not so: the guide's index on a learner in a course is there
-- says: something else changes: the index idx_lesson_progress_user_course of lesson_progress is gone
CREATE INDEX i ON lesson_progress (course_id, last_accessed_at DESC);
DROP INDEX idx_lesson_progress_user_course;
