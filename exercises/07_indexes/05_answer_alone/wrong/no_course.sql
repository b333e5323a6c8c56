-- Without the course in the index each row of the slug is fetched from the table, to see of which course it is.
-- says: too many pages: one lesson of a course, counted and averaged
-- says: too many pages: the same in another course
-- says: not so: the columns of the question are in the new index
-- says: not so: the new index is sorted by course and lesson first
CREATE INDEX lesson_score ON lesson_progress (lesson_id, score);
