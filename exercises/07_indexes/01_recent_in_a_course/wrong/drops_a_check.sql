-- says: something else changes: the constraint lesson_progress_score_check of lesson_progress is gone
CREATE UNIQUE INDEX i ON lesson_progress (course_id, last_accessed_at DESC, id);
DROP INDEX idx_lesson_progress_course_id;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check;
