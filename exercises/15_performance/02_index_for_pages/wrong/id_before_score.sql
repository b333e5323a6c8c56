-- says: too many pages: a page in the middle of the list
-- says: too many pages: the first page
-- says: not so: behind the course stands the score
CREATE INDEX ON lesson_progress (course_id, id, score) INCLUDE (user_id);
