--@ sqlstate line_alone: the line, sent by itself
UNIQUE (user_id, course_id, lesson_id);
--@ value index: what it makes in a CREATE TABLE
SELECT indexname FROM pg_indexes WHERE indexname = 'lesson_progress_user_id_course_id_lesson_id_key';
