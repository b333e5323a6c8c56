-- Without the score in the index each row is fetched from the table, and they lie on many pages.
-- says: too many pages: one lesson of a course, counted and averaged
-- says: too many pages: the same in another course
-- says: not so: the columns of the question are in the new index
CREATE INDEX course_lesson ON lesson_progress (course_id, lesson_id);
