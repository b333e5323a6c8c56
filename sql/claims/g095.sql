--@ do: the class has it already
DROP INDEX idx_lesson_progress_completed_at;
--@ sqlstate create_index: the guide's statement
CREATE INDEX idx_lesson_progress_completed_at ON lesson_progress (completed_at) WHERE completed_at IS NOT NULL;
