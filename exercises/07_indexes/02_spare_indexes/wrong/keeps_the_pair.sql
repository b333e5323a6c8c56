-- (user_id, course_id) stands in for (user_id); and UNIQUE begins with the same two columns, and stands in for both.
-- says: not so: one index begins with user_id, and not more
DROP INDEX idx_lesson_progress_user_id, newest_visit;
