-- Your index has the scores that are NULL at its other end than the list's `ORDER BY score DESC` wants them, where they come first. The server finds the course, reads all of it and sorts.
-- has: nulls last
-- says: too many pages: a page in the middle of the list
-- says: too many pages: the first page
-- says: not so: nothing is sorted for a page
CREATE INDEX lesson_progress_score_list ON lesson_progress (course_id, score DESC NULLS LAST, id DESC) INCLUDE (user_id)
