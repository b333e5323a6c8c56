-- A column that is only carried along narrows nothing down: the rows of all fifty courses are read, if in the index alone.
-- has: (lesson_id) include
-- says: too many pages: one lesson of a course, counted and averaged
-- says: too many pages: the same in another course
-- says: not so: the new index is sorted by course and lesson first
CREATE INDEX lesson_score ON lesson_progress (lesson_id) INCLUDE (course_id, score);
