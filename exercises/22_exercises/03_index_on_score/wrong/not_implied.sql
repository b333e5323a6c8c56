-- The index holds scores below 30. The query asks for those below 40, so the server may not use it.
-- says: too many pages: the failed quizzes of a course
-- says: too many pages: how many there are
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id, score) INCLUDE (user_id, lesson_id) WHERE score < 30
