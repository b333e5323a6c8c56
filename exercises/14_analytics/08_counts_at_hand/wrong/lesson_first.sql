-- All columns are there, and the rows of a course are not together: the whole index is read.
-- says: too many pages: opened and completed, lesson by lesson
-- has: (lesson_id
CREATE INDEX counts ON lesson_progress (lesson_id, completed, course_id);
