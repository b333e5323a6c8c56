--@ do: the class has them already
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_course_id, idx_lesson_progress_lesson_id;
--@ sqlstate of_the_user: the guide's first statement
CREATE INDEX idx_lesson_progress_user_id ON lesson_progress (user_id);
--@ sqlstate of_the_course: its second
CREATE INDEX idx_lesson_progress_course_id ON lesson_progress (course_id);
--@ sqlstate of_the_lesson: its third
CREATE INDEX idx_lesson_progress_lesson_id ON lesson_progress (lesson_id);
