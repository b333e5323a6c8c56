-- A second index on course_id is as good as the first: all rows of the course are still sorted.
-- has: lesson_progress ( course_id )
-- says: too many pages: the newest visits of a course
-- says: not so: the new index has more than one column
-- says: not so: behind the course stands the time, and nothing in between
CREATE INDEX newest ON lesson_progress (course_id);
DROP INDEX idx_lesson_progress_course_id;
