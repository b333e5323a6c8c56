-- With the other two columns inside, the table need not be read at all.
DROP INDEX idx_lesson_progress_course_id;
CREATE INDEX newest ON lesson_progress (course_id, last_accessed_at DESC) INCLUDE (user_id, lesson_id);
