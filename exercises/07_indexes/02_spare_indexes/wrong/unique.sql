-- This index is how the server keeps a rule. Without it a learner has a lesson twice.
-- says: accepted, but should be refused: a lesson that the learner already has
-- says: something else changes: the constraint lesson_progress_user_id_course_id_lesson_id_key of lesson_progress is gone
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_user_id_course_id_lesson_id_key;
DROP INDEX idx_lesson_progress_user_id, newest_visit;
