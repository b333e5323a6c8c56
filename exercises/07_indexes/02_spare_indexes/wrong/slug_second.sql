-- says: too many pages: the rows of a slug that nobody has opened
-- says: The rows of a slug are found less well than before
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course, newest_visit;
DROP INDEX idx_lesson_progress_course_id, idx_lesson_progress_lesson_id;
CREATE INDEX course_and_slug ON lesson_progress (course_id, lesson_id);
