-- Ascending or descending: the server reads an index from either end, so one of the two on the visit is enough.
-- says: not so: one index begins with last_accessed_at, and not more
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course;
