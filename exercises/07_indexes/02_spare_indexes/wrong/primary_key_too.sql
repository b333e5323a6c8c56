-- says: something else changes: the constraint lesson_progress_pkey of lesson_progress is gone
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course, by_visit;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_pkey;
