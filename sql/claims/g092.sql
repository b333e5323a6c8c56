--@ do: the class has it already
DROP INDEX idx_lesson_progress_completed;
--@ sqlstate create_index: the guide's statement
CREATE INDEX idx_lesson_progress_completed ON lesson_progress (completed);
