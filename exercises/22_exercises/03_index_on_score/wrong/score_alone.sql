-- The index finds the failed quizzes of all courses, and most of them are thrown away: the course must come first.
-- says: too many pages: the failed quizzes of a course
-- says: too many pages: how many there are
-- says: not so: the new index begins with the course
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (score) INCLUDE (user_id, lesson_id, course_id) WHERE score < 40
