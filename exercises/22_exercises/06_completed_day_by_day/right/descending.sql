-- Stored the other way round it serves the page as well: an index is read in both directions.
CREATE INDEX idx_lesson_progress_course_completed_at ON lesson_progress (course_id, completed_at DESC NULLS LAST)
WHERE completed_at IS NOT NULL;
