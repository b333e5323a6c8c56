-- The index finds the rows, and then each is fetched from a page of its own. INCLUDE carries along what the page shows.
-- says: too many pages: the failed quizzes of a course
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id, score) WHERE score < 40
