-- The condition of the index is not that of the page: the server uses such an index only where it can prove that each row with a score below 40 is in it.
-- says: too many pages: the failed quizzes of a course
-- says: too many pages: how many there are
-- says: not so: the new index knows the rows that the page asks for
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id, score) INCLUDE (user_id, lesson_id) WHERE score < 30
