-- Scores of all courses lie together, and most entries that are read belong to another course: the equality comes first.
-- says: too many pages: a page in the middle of the list
-- says: too many pages: the first page
-- says: not so: the new index begins with the course
-- says: not so: behind the course stands the score
CREATE INDEX lesson_progress_score_list ON lesson_progress (score, id) INCLUDE (user_id, course_id)
