-- says: too many pages: the failed quizzes of a course
-- says: too many pages: how many there are
-- says: not so: the new index knows the rows that the page asks for
CREATE INDEX ON lesson_progress (course_id, score) INCLUDE (user_id, lesson_id) WHERE score >= 40;
