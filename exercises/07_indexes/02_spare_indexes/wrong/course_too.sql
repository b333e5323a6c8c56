-- UNIQUE holds course_id in the second place: it does not find the rows of a course. That index was needed.
-- says: not so: an index can find the rows of a course
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course, idx_lesson_progress_course_id, newest_visit;
