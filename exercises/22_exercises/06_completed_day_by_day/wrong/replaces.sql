-- The page is quick, and another one has lost its index. One was to be added.
-- says: not so: one index more, and the guide's are there
-- says: of lesson_progress is gone
CREATE INDEX idx_lesson_progress_course_completed_at ON lesson_progress (course_id, completed_at)
WHERE completed_at IS NOT NULL;
DROP INDEX idx_lesson_progress_completed_at
