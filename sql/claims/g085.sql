--@ do: the class has it already
DROP INDEX idx_lesson_progress_user_course;
--@ sqlstate create_index: the guide's statement
CREATE INDEX idx_lesson_progress_user_course ON lesson_progress (user_id, course_id);
